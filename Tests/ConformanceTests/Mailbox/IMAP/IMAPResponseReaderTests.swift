import Testing

@testable import Conformance

@Suite("responses of an IMAP server")
struct IMAPResponseReaderTests {
    private let said = "* 1 FETCH (UID 7 BODY[]<0> {8}\r\nab\r\n{3}c FLAGS ())\r\na1 OK {done}\r\n* SEARCH 4 7\r\n"

    private func responses(_ reader: inout IMAPResponseReader) throws -> [IMAPResponse] {
        var found: [IMAPResponse] = []
        while let response = try reader.next() { found.append(response) }
        return found
    }

    @Test(
        "responses are put together however they are cut, and literals are not looked into",
        arguments: [1, 2, 5, 1_000])
    func cuts(size: Int) throws {
        var reader = IMAPResponseReader()
        var found: [IMAPResponse] = []
        var rest = Array(said.utf8)[...]
        while !rest.isEmpty {
            reader.take(rest.prefix(size))
            rest = rest.dropFirst(size)
            found += try responses(&reader)
        }
        #expect(found.count == 3 && !reader.hasRest)
        #expect(found[0].literals == [Array("ab\r\n{3}c".utf8)])
        #expect(found[0].pieces.last == .text(" FLAGS ())"))
        #expect(found[1].tag == "a1")
        #expect(found[2].numbers(after: "SEARCH") == [4, 7] && found[1].numbers(after: "SEARCH") == nil)
    }

    @Test("mails are told of by EXISTS alone")
    func exists() {
        func response(_ text: String) -> IMAPResponse { IMAPResponse(pieces: [.text(text)]) }
        #expect(response("* 3 EXISTS").tellsOfMails && response("* 3 exists").tellsOfMails)
        #expect(!response("* 3 RECENT").tellsOfMails && !response("* OK still EXISTS").tellsOfMails)
    }

    @Test(
        "what is too much is not waited for",
        arguments: ["* {\(IMAPResponseReader.maximumLiteral + 1)}\r\n", "* {99999999999}\r\n"])
    func literals(_ text: String) {
        var reader = IMAPResponseReader()
        reader.take(Array(text.utf8))
        #expect(throws: IMAPResponseReader.Unintelligible.self) { try reader.next() }
    }

    @Test("an endless line is not waited for, be it in one piece or between literals")
    func lines() {
        var endless = IMAPResponseReader()
        endless.take(Array(repeating: UInt8(ascii: "x"), count: IMAPResponseReader.maximumLine + 1))
        #expect(throws: IMAPResponseReader.Unintelligible.self) { try endless.next() }
        var pieces = IMAPResponseReader()
        pieces.take(Array(String(repeating: String(repeating: "x", count: 1_000) + "{0}\r\n", count: 100).utf8))
        #expect(throws: IMAPResponseReader.Unintelligible.self) { try pieces.next() }
    }

    @Test("addresses of mail servers, and never a password in one")
    func addresses() throws {
        let server = try IMAPServer(url: "imaps://jane%40example.org@mail.example.org/Shared%2FTests")
        #expect(server.user == "jane@example.org" && server.folder == "Shared/Tests" && server.port == 993)
        #expect(try IMAPServer(url: "imap://jane@127.0.0.1:1143").folder == "INBOX")
        for url in [
            "imaps://jane:secret@host", "imaps://host", "https://jane@host", "imaps://jane@", "", "imaps://a%0Ab@host",
        ] {
            #expect(throws: IMAPServer.Malformed.self, "\(url)") { try IMAPServer(url: url) }
        }
    }
}
