import Contract
import Synchronization

/// What a rehearsal's replies are made of: values that the spec allows, and those that the request itself names.
///
/// A class, as everything that sends shares it; the mutex guards the generator.
final class RehearsedValues: Sendable {
    private let contract: Contract
    private let maker = Mutex(ValueMaker(seed: 1))
    /// More pages than any check reads on its way to an end that it finds by what they hold.
    private static let pages = 20

    init(_ contract: Contract) {
        self.contract = contract
    }

    /// A value with every field, the optional ones included. A field that the request has under the same name and of the
    /// same type is repeated.
    func value(of type: TypeReference, answering attempt: Attempt) -> JSON {
        guard case .named(let name) = type, let definition = contract.type(named: name) else {
            if case .list(let element) = type { return .array([value(of: element, answering: attempt)]) }
            return maker.withLock { $0.value(of: type, in: contract) }
        }
        guard case .record(let fields) = definition.shape else {
            return maker.withLock { $0.value(of: type, in: contract) }
        }
        return record(fields, answering: attempt)
    }

    func record(_ fields: [Field], answering attempt: Attempt?) -> JSON {
        .object(
            fields.map { field in
                let repeated = attempt.flatMap { Self.given(field, $0) }
                let value =
                    repeated
                    ?? attempt.map { self.value(of: field.type, answering: $0) }
                    ?? maker.withLock { $0.value(of: field.type, in: contract) }
                return JSON.Member(key: field.name, value: value)
            })
    }

    /// The cursor of the page behind the one that is asked for, for as many pages as a rehearsal has.
    func nextPage(after attempt: Attempt) -> String? {
        let number = attempt.query["cursor"].flatMap { Int($0.drop { !$0.isNumber }) } ?? 1
        return number < Self.pages ? "page\(number + 1)" : nil
    }

    private static func given(_ field: Field, _ attempt: Attempt) -> JSON? {
        let operation = attempt.operation
        func has(_ fields: [Field]?) -> Bool {
            fields?.contains { $0.name == field.name && $0.type == field.type } == true
        }
        if has(operation.pathFields) { return attempt.path[field.name].map { .string($0) } }
        if has(operation.queryFields) { return attempt.query[field.name].map { .string($0) } }
        if has(operation.bodyFields) { return attempt.body?[field.name] }
        return nil
    }
}
