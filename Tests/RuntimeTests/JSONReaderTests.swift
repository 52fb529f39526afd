import Runtime
import Testing

@Suite("reading JSON")
struct JSONReaderTests {
    private func isAccepted(_ bytes: [UInt8]) -> Bool {
        var json = JSONReader(bytes)
        json.skipValue()
        json.finish()
        return json.failure == nil
    }

    @Test(
        "what RFC 8259 allows is accepted",
        arguments: [
            "{}", "[]", " [ ] ", "\"\"", "0", "-0", "1.5e+10", "1E-2", "true", "false", "null", "[1,2]",
            "{\"a\":{\"b\":[null]}}", "\"\\u00e9\\ud83d\\ude00\\n\"", "\"é😀\"", "\t\r\n1\n", "{\"\":0}",
            "[[[[[[[[[[]]]]]]]]]]",
        ])
    func accepted(_ text: String) { #expect(isAccepted(Array(text.utf8))) }

    @Test(
        "what it does not allow is refused",
        arguments: [
            "", " ", "{", "}", "[", "]", "[1,]", "[,1]", "[1 2]", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
            "{a:1}", "{1:1}", "'a'", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
            "\"\n\"", "\"\t\"", "01", "-", "1.", ".5", "1e", "+1", "0x1", "NaN", "Infinity", "tru", "nul", "True",
            "1 1", "{}{}", "[1]x", "//x\n1", "\u{FEFF}1", "\"\\\"",
        ])
    func refused(_ text: String) { #expect(!isAccepted(Array(text.utf8))) }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        let quote = UInt8(ascii: "\"")
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80]] {
            #expect(!isAccepted([quote] + bytes + [quote]))
        }
    }

    @Test("signs of three bytes are taken exactly where the standard library takes them")
    func threeBytes() {
        for first in UInt8(0xDF)...0xF0 {
            for second in UInt8(0x23)...0xFF where second != UInt8(ascii: "\\") {
                for third: UInt8 in [0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xFF] {
                    // What follows lets the sequence be looked at as a part of a word.
                    let bytes = [first, second, third] + Array("tail".utf8)
                    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
                    let quote = UInt8(ascii: "\"")
                    guard isAccepted([quote] + bytes + [quote]) != isUTF8 else { continue }
                    Issue.record("\(bytes) is \(isUTF8 ? "" : "not ")UTF-8")
                }
            }
        }
    }

    @Test("nesting is refused beyond 64 levels, and accepted up to them")
    func nesting() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(isAccepted(nested(64)))
        #expect(!isAccepted(nested(65)))
        #expect(!isAccepted(nested(100_000)))
    }

    @Test("an object is read key by key, and unknown values are passed over")
    func object() {
        var json = JSONReader(Array(#"{"skip":[1,{"a":"b"}],"name":"A\u0042\/","n":null,"ok":true,"x":-12.5}"#.utf8))
        var seen: [String: String] = [:]
        let isObject = json.openObject()
        #expect(isObject)
        while let key = json.nextKey() {
            switch key {
            case "name": seen[key] = json.readString()
            case "n": seen[key] = json.readNull() ? "null" : nil
            case "ok": seen[key] = json.readBoolean().map { "\($0)" }
            case "x": seen[key] = json.readNumber()
            default: json.skipValue()
            }
        }
        json.finish()
        #expect(json.failure == nil)
        #expect(seen == ["name": "AB/", "n": "null", "ok": "true", "x": "-12.5"])
    }

    @Test("the place of the first error is kept, in bytes")
    func offset() {
        var json = JSONReader(Array("[1, 2, x]".utf8))
        json.skipValue()
        #expect(json.failure?.offset == 7)
    }

    @Test(
        "what the writer writes is read again as it was", arguments: ["", "a\"b\\c", "\n\r\t\u{01}\u{1f}", "é😀", "/"])
    func roundTrip(_ text: String) {
        var writer = JSONWriter()
        writer.string(text)
        var reader = JSONReader(writer.bytes)
        let read = reader.readString()
        #expect(read == text)
        reader.finish()
        #expect(reader.failure == nil)
    }
}
