/// The id of one kind of thing. Ids of different kinds do not mix.
public protocol Identifier: JSONReadable, JSONWritable, QueryReadable, QueryWritable, Hashable, CustomStringConvertible
{
    var bits: UUIDBits { get }
    init(_ bits: UUIDBits)
}

extension Identifier {
    /// Takes the two halves of an id that is known.
    public init(high: UInt64, low: UInt64) { self.init(UUIDBits(high: high, low: low)) }

    /// Reads an id from its text, as it stands in a path; nil for anything that is no UUID.
    @inlinable
    public init?(text: some StringProtocol) {
        guard let bits = UUIDBits(text) else { return nil }
        self.init(bits)
    }

    @inlinable
    public static func read(text: String, _ problems: inout FieldProblems) -> Self? {
        if let id = Self(text: text) { return id }
        problems.add(.malformed, "must be a UUID")
        return nil
    }

    @inlinable
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        guard let bits = UUIDBits.read(from: &json) else {
            json.refuseType("a string", &problems)
            return nil
        }
        if let bits { return Self(bits) }
        problems.add(.malformed, "must be a UUID")
        return nil
    }

    public var queryText: String { description }

    public func write(to json: inout JSONWriter) { json.plain(UUIDBits.textLength) { bits.write(to: $0) } }

    public var description: String { bits.description }
}

/// Equality and hashes, given once so that the compiler need not derive them for every id of a contract.
extension Identifier {
    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.bits == right.bits }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}
