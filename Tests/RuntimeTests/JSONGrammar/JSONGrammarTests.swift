import Foundation
import Runtime
import Testing

@Suite("the grammar of JSON")
struct JSONGrammarTests {
    @Test("what is JSON is accepted", arguments: AcceptedJSON.all)
    func accepted(_ input: JSONCase) { #expect(JSONCase.isAccepted(input.bytes)) }

    @Test("what is not is refused", arguments: RefusedJSON.all)
    func refused(_ input: JSONCase) { #expect(!JSONCase.isAccepted(input.bytes)) }

    @Test("where readers may choose, this one accepts numbers of any size, and leaves it to the field what fits")
    func numbersOfAnySize() {
        for number in [
            "0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
            "-1e+9999", "1.5e+9999", "-123123e100000", "123123e100000", "123e-10000000", "1e-400",
            "-123123123123123123123123123123", "100000000000000000000",
            "-237462374673276894279832749832423479823246327846",
        ] {
            #expect(JSONCase.isAccepted(Array("[\(number)]".utf8)), "\(number)")
        }
    }

    @Test("where readers may choose, this one refuses surrogates that stand alone, in either order")
    func loneSurrogates() {
        for escape in [
            #"\uDADA"#, #"\uD888\u1234"#, #"\uD800\n"#, #"\uDd1ea"#, #"\uD800\uD800\n"#, #"\ud800"#, #"\ud800abc"#,
            #"\uDd1e\uD834"#,
            #"\uDFAA"#,
        ] {
            #expect(!JSONCase.isAccepted(Array("[\"\(escape)\"]".utf8)), "\(escape)")
        }
    }

    @Test("where readers may choose, this one refuses a byte order mark, and nesting beyond its depth")
    func marksAndDepth() {
        #expect(!JSONCase.isAccepted([0xEF, 0xBB, 0xBF] + Array("{}".utf8)))
        for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
            func nested(_ depth: Int) -> [UInt8] {
                let inner = open == "[" ? "" : "1"
                return Array(
                    (String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
            }
            #expect(JSONCase.isAccepted(nested(JSONReader.maximumDepth)))
            #expect(!JSONCase.isAccepted(nested(JSONReader.maximumDepth + 1)))
            #expect(!JSONCase.isAccepted(nested(100_000)))
        }
        #expect(!JSONCase.isAccepted(Array(String(repeating: "[", count: 100_000).utf8)))
    }

    /// Foundation drops a byte order mark at the beginning of a text, which RFC 8259 does not.
    @Test(
        "a text is read as Foundation reads it",
        arguments: AcceptedJSON.all.filter {
            $0.name != "a byte order mark inside" && $0.name != #"the escapes \uFEFF"#
        })
    func texts(_ input: JSONCase) throws {
        guard
            let peer = try JSONSerialization.jsonObject(with: Data(input.bytes), options: .fragmentsAllowed) as? [Any],
            peer.count == 1, let expected = peer[0] as? String
        else { return }
        var json = JSONReader(input.bytes)
        #expect(json.openArray() && json.nextElement())
        let text = json.readString()
        #expect(text.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    }
}
