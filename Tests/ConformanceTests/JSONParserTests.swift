import Testing

@testable import Conformance

@Suite("the suite's own JSON reading")
struct JSONParserTests {
    @Test(
        "accepts JSON",
        arguments: ["{}", "[1,-2.5e3,\"a\\u00e9\\ud83d\\ude00\",null,true]", " {\"a\":{\"b\":[]}} ", "0"])
    func accepts(_ text: String) { #expect(throws: Never.self) { try JSONParser.parse(Array(text.utf8)) } }

    @Test(
        "refuses what only looks like it",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", "'a'", "\"\\ud800\"", "\"a\nb\"", "nul",
            "1 2",
            "{\"a\" 1}", "\"\\x\"", "[1 2]", "+1", "NaN",
        ])
    func refuses(_ text: String) {
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test("refuses bytes that are not UTF-8")
    func utf8() { #expect(throws: JSONParser.Failure.self) { try JSONParser.parse([0x22, 0xC0, 0x80, 0x22]) } }

    @Test("writes what it reads", arguments: [#"{"a":[1,"x\ny",null,true,{"b":"\"\\"}]}"#])
    func roundTrip(_ text: String) throws { #expect(try JSONParser.parse(Array(text.utf8)).description == text) }
}
