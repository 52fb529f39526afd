import Foundation
import Testing

@testable import Conformance

@Suite("texts with names in them")
struct TemplateTests {
    /// What a shell makes of a word.
    private func printed(_ word: String, _ environment: [String: String] = [:]) throws -> String {
        try Shell.run("printf %s \(word)", environment).output
    }

    @Test(
        "a shell reads back what stood there, whatever it is",
        arguments: [
            "", "plain", "it's", "a b", "$HOME `id` $(id) \\ \" !", "line\nline", "-n", "ü ‹›", "*?[a]{b,c}~",
            "#x;y&z|",
        ])
    func words(_ text: String) throws { #expect(try printed(Template(text).shellWord) == text) }

    @Test("a shell fills names in, also without their last character")
    func variables() throws {
        var template = Template("Bearer ")
        template.append(.variable("TOKEN", isShortened: false))
        template.append(" or ")
        template.append(.variable("TOKEN", isShortened: true))
        template.append("B")
        #expect(template.shown == "Bearer $TOKEN or ${TOKEN%?}B")
        #expect(try printed(template.shellWord, ["TOKEN": "it's 1"]) == "Bearer it's 1 or it's B")
    }

    @Test("the same character many times is counted for readers, and written out by a shell")
    func runs() throws {
        let text = "<" + String(repeating: "'", count: 300) + ">"
        let template = Template(text)
        #expect(template.shown == "<‹300 × '›>")
        #expect(try printed(template.shellWord) == text)
        #expect(try Shell.run(template.shellCommands).output == text)
    }

    @Test("bytes that are no text reach the other end")
    func bytes() throws {
        var template = Template("{\"a\":\"")
        template.append(.bytes([0xFF, 0xC0]))
        template.append("\"}")
        #expect(template.shown == "{\"a\":\"‹bytes FF C0›\"}")
        let hex = try Shell.run("printf %s \(template.shellWord) | od -An -tx1").output
        #expect(hex.filter { $0 != " " && $0 != "\n" } == "7b2261223a22ffc0227d")
    }
}
