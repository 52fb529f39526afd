/// A closed set of words.
public protocol Enumeration: JSONReadable, JSONWritable, QueryReadable, QueryWritable, CaseIterable, RawRepresentable,
    Hashable
where RawValue == String {}

extension Enumeration {
    @inlinable
    public static func read(text: String, _ problems: inout FieldProblems) -> Self? {
        if let value = Self(rawValue: text) { return value }
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        problems.add(.notOneOf, "must be one of \(known)")
        return nil
    }

    @inlinable
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        guard let text = json.readString() else {
            json.refuseType("a string", &problems)
            return nil
        }
        return read(text: text, &problems)
    }

    public var queryText: String { rawValue }

    public func write(to json: inout JSONWriter) { json.string(rawValue) }
}
