import Testing

@testable import Cryptography

@Suite("digests of fields")
struct FieldDigestTests {
    @Test("are over flags, lengths and fields, and stay what they are: stored chains rest on them")
    func encoding() {
        #expect(
            hex(SHA256.digest(ofFields: [Array("abc".utf8), nil, []]))
                == "dac7134f0129197fe8d927ae26982a3c1a4a89704030a8ccb80383f023809d10")
        let message: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 1, 2] + [UInt8](repeating: 9, count: 258) + [0]
        #expect(SHA256.digest(ofFields: [[UInt8](repeating: 9, count: 258), nil]) == SHA256.digest(of: message))
        #expect(SHA256.digest(ofFields: []) == SHA256.digest(of: []))
    }

    @Test("differ when a byte moves to the next field, a field is left out, or none becomes empty")
    func shifts() {
        let (a, b, c) = (UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c"))
        let lists: [[[UInt8]?]] = [
            [], [nil], [[]], [nil, nil], [nil, []], [[], nil], [[], []],
            [[a, b], [c]], [[a], [b, c]], [[a, b, c]], [[a, b, c], []], [[], [a, b, c]], [[a, b, c], nil],
            [[a], [b], [c]], [[c], [b], [a]], [[0]], [[1]], [[1, 0, 0, 0, 0, 0, 0, 0, 0]],
        ]
        #expect(Set(lists.map(SHA256.digest(ofFields:))).count == lists.count)
    }
}
