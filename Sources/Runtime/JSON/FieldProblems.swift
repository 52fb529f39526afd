/// One field that breaks its rules. It never repeats the value, which may be sensitive.
public struct FieldProblem: Sendable, Hashable, JSONWritable {
    /// Where the field stands: a JSON pointer into the body, `?name` for a query parameter, or the name of a header.
    public let pointer: String
    public let code: Code
    /// What the field must be.
    public let message: String

    /// What kind of rule was broken; the raw values are stable.
    public enum Code: String, Sendable, CaseIterable {
        case required
        case wrongType = "wrong_type"
        case tooShort = "too_short"
        case tooLong = "too_long"
        case tooSmall = "too_small"
        case tooLarge = "too_large"
        case notOneOf = "not_one_of"
        case malformed
        case blank
        case reserved
    }

    public init(pointer: String, code: Code, message: String) {
        self.pointer = pointer
        self.code = code
        self.message = message
    }

    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("pointer", pointer)
        json.member("code", code.rawValue)
        json.member("message", message)
        json.closeObject()
    }
}

/// Every problem of one request, gathered while it is read.
public struct FieldProblems: Sendable {
    public private(set) var all: [FieldProblem] = []

    public init() {}

    @inlinable public var count: Int { all.count }

    @inlinable public var isEmpty: Bool { all.isEmpty }

    public mutating func add(_ code: FieldProblem.Code, _ message: String, at pointer: String = "") {
        all.append(FieldProblem(pointer: pointer, code: code, message: message))
    }

    /// Puts a field's place in front of the problems that were found inside it.
    public mutating func prefix(_ pointer: String, from mark: Int) {
        for index in mark..<all.count {
            let problem = all[index]
            all[index] = FieldProblem(
                pointer: pointer + problem.pointer, code: problem.code, message: problem.message)
        }
    }
}

extension String: JSONReadable, JSONWritable {
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> String? {
        if let text = json.readString() { return text }
        json.refuseType("a string", &problems)
        return nil
    }

    public func write(to json: inout JSONWriter) { json.string(self) }
}
