import Testing

@testable import Listening

@Suite("text in pieces")
struct UTF8CheckTests {
    private static let samples: [[UInt8]] = [
        Array("plain".utf8), Array("κόσμε, \u{10FFFF} \u{D7FF}\u{E000}".utf8), [0xC0, 0x80], [0xC1, 0xBF],
        [0xE0, 0x9F, 0x80],
        [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0x80], [0xE2, 0x82],
        [0xE2, 0x28, 0xA1], Array("0123456789".utf8) + [0xFF],
    ]

    @Test("the check agrees with the standard library, however the text is cut", arguments: samples)
    func agrees(sample: [UInt8]) {
        for size in 1...sample.count {
            var check = UTF8Check()
            var isText = true
            for start in stride(from: 0, to: sample.count, by: size) {
                let piece = Array(sample[start..<min(start + size, sample.count)])
                isText = isText && piece.withUnsafeBytes { check.accepts($0) }
            }
            isText = isText && check.isBetweenCharacters
            #expect(isText == (String(validating: sample, as: UTF8.self) != nil))
        }
    }

    @Test("a byte that cannot follow is refused at once")
    func failsFast() {
        var check = UTF8Check()
        #expect([UInt8]([0xF4]).withUnsafeBytes { check.accepts($0) })
        #expect(![UInt8]([0x90]).withUnsafeBytes { check.accepts($0) })
    }
}
