import Contract
import Synchronization

/// Remembers every value that is shown once, and finds it where it must not be: in any other reply. And remembers what
/// else no report may tell: passwords, links' tokens, markers.
///
/// A class, as all checks of a run share it; the mutex guards what is remembered.
final class SecretWatch: Sendable {
    private struct Memory {
        /// Values that are shown once, each with where it was shown.
        var seen: [String: String] = [:]
        /// These, and whatever else must be hidden.
        var finder = SecretFinder()
        var hidden: Set<String> = []
    }

    private let contract: Contract
    private let memory = Mutex(Memory())

    /// - Parameter known: What must not be shown even once: what the run was given.
    init(_ contract: Contract, known: [(value: String, name: String)] = []) {
        self.contract = contract
        for secret in known {
            hide(secret.value)
            memory.withLock { $0.seen[secret.value] = secret.name }
        }
    }

    /// Looks through a reply for secrets shown before, then remembers those that it shows.
    func problems(_ exchange: Exchange) -> [String] {
        let text = String(decoding: exchange.reply.body, as: UTF8.self) + exchange.reply.headers.values.joined()
        // The same answer to a retry with the same Idempotency-Key is the same showing.
        let isRetry = exchange.reply.headers["idempotency-replayed"] != nil
        let leaks = isRetry ? [] : self.leaks(in: text)
        if let data = exchange.reply.data {
            for secret in secrets(in: data, exchange.attempt.operation.reply.body.element) {
                hide(secret.value)
                guard secret.isShownOnce else { continue }
                let place = "\(exchange.attempt.operation.name)'s \(secret.field), which is shown exactly once"
                memory.withLock { $0.seen[secret.value] = place }
            }
        }
        return leaks.map { "the reply carries \($0)" }
    }

    /// Hides a value from whatever is told from here on. It is not looked for in replies. What is too short to be a
    /// secret is not hidden.
    func hide(_ value: String) {
        memory.withLock { memory in
            if value.utf8.count >= SecretFinder.shortest, memory.hidden.insert(value).inserted {
                memory.finder.insert(value)
            }
        }
    }

    /// Everything that no report may tell.
    var hidden: Set<String> { memory.withLock(\.hidden) }

    /// The secrets shown before that a text carries, in words.
    func leaks(in text: String) -> [String] {
        memory.withLock { $0.seen.filter { text.contains($0.key) }.map(\.value) }.sorted()
    }

    /// Where a text has what must not be told.
    func places(in text: String) -> [SecretFinder.Place] { memory.withLock { $0.finder.places(in: text) } }

    /// A text with everything hidden that must not be told, wherever it stands. What is too short to be a secret is
    /// left, as a deployment may show anything as one.
    func hidden(in text: String) -> String {
        memory.withLock { $0.finder }.replacing(in: text) { _ in "‹secret›" }
    }

    private struct Secret {
        let value: String
        let field: String
        let isShownOnce: Bool
    }

    private func secrets(in json: JSON, _ type: TypeReference) -> [Secret] {
        switch type {
        case .boolean, .timestamp: return []
        case .list(let element): return (json.elements ?? []).flatMap { secrets(in: $0, element) }
        case .named(let name):
            guard case .record(let fields)? = contract.type(named: name)?.shape else { return [] }
            return fields.flatMap { field -> [Secret] in
                guard let value = json[field.name] else { return [] }
                if let text = value.text, field.isShownOnce || contract.sensitivity(of: field.type) == .secret {
                    return [Secret(value: text, field: field.name, isShownOnce: field.isShownOnce)]
                }
                return secrets(in: value, field.type)
            }
        }
    }
}

extension Contract {
    /// How sensitive the values of a type are; nil for records, whose fields tell.
    func sensitivity(of reference: TypeReference) -> Sensitivity? {
        guard case .named(let name) = reference else { return nil }
        return type(named: name)?.sensitivity
    }
}
