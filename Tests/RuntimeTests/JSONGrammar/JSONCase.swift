import Runtime
import Testing

/// An input of the JSON grammar, and what must become of it.
struct JSONCase: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String) {
        self.init(name, Array(text.utf8))
    }

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    var testDescription: String { name }

    /// Whether the reader takes the bytes as one JSON text.
    static func isAccepted(_ bytes: [UInt8]) -> Bool {
        var json = JSONReader(bytes)
        json.skipValue()
        json.finish()
        return json.failure == nil
    }

    /// A string with these bytes between its quotes, in a list.
    static func string(_ name: String, _ content: [UInt8]) -> JSONCase {
        JSONCase(name, Array("[\"".utf8) + content + Array("\"]".utf8))
    }
}
