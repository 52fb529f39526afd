/// A type that PostgreSQL keeps lists of.
public protocol PostgresArrayElement: PostgresEncodable, PostgresDecodable, Hashable {
    /// The type of a list of these.
    static var postgresArrayType: UInt32 { get }
}

extension String: PostgresArrayElement {
    public static var postgresArrayType: UInt32 { PostgresType.textArray }
}

extension Int: PostgresArrayElement {
    public static var postgresArrayType: UInt32 { PostgresType.int8Array }
}

extension PostgresUUID: PostgresArrayElement {
    public static var postgresArrayType: UInt32 { PostgresType.uuidArray }
}

/// A list without nulls, such as `text[]`, `int8[]` or `uuid[]`.
///
/// Statements and rows take Swift's own arrays of such elements too: this is what they become on the way.
public struct PostgresArray<Element: PostgresArrayElement>: Hashable, Sendable {
    public let elements: [Element]

    public init(_ elements: [Element]) {
        self.elements = elements
    }
}

extension PostgresArray: PostgresEncodable {
    public static var postgresType: UInt32 { Element.postgresArrayType }

    /// One dimension, no nulls, the element type, the length, the lower bound 1, then each element with its length.
    public var postgresBytes: [UInt8] {
        var bytes = BigEndian.bytes(Int32(elements.isEmpty ? 0 : 1)) + BigEndian.bytes(Int32(0))
        bytes += BigEndian.bytes(Element.postgresType)
        guard !elements.isEmpty else { return bytes }
        bytes += BigEndian.bytes(Int32(elements.count)) + BigEndian.bytes(Int32(1))
        for element in elements {
            let own = element.postgresBytes
            bytes += BigEndian.bytes(Int32(own.count))
            bytes += own
        }
        return bytes
    }
}

extension PostgresArray: PostgresDecodable {
    /// Nil for an array of several dimensions or with a null in it, too.
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == Element.postgresArrayType else { return nil }
        var rest = bytes[...]
        func number() -> Int? {
            defer { rest = rest.dropFirst(4) }
            return BigEndian.value(UInt32.self, rest.prefix(4)).map { Int(Int32(bitPattern: $0)) }
        }
        // An array that once had a null may still be marked so: a null element tells for sure, by its length of -1.
        guard let dimensions = number(), 0...1 ~= dimensions, number() != nil, number() == Int(Element.postgresType)
        else { return nil }
        var elements: [Element] = []
        if dimensions == 1 {
            guard let count = number(), number() != nil, count >= 0 else { return nil }
            for _ in 0..<count {
                guard let length = number(), length >= 0, length <= rest.count,
                    let element = Element(
                        postgresBytes: UnsafeRawBufferPointer(rebasing: rest.prefix(length)),
                        type: Element.postgresType)
                else { return nil }
                elements.append(element)
                rest = rest.dropFirst(length)
            }
        }
        guard rest.isEmpty else { return nil }
        self.init(elements)
    }
}
