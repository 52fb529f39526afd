import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("the contract as a page")
struct PageTests {
    /// Another reading of the page than ours: Python's own parser, with its tags counted and its links followed.
    private static let reader = """
        import html.parser, json, sys
        class Page(html.parser.HTMLParser):
            def __init__(self):
                super().__init__()
                self.open, self.wrong, self.ids, self.links, self.tags, self.text = [], [], [], [], [], []
                self.handlers, self.outside, self.headings, self.unnamed = [], [], [], []
            def handle_starttag(self, tag, attributes):
                self.tags.append(tag)
                for name, value in attributes:
                    if name == "id": self.ids.append(value)
                    if name == "href": (self.links if value[:1] == "#" else self.outside).append(value.lstrip("#"))
                    if name in ("src", "srcset", "style", "action", "data"): self.outside.append(name)
                    if name.startswith("on"): self.handlers.append(name)
                if tag in ("h1", "h2", "h3", "h4"): self.headings.append(int(tag[1]))
                if tag not in ("meta", "input", "br"): self.open.append(tag)
            def handle_endtag(self, tag):
                if not self.open or self.open.pop() != tag: self.wrong.append(f"{tag} at {self.getpos()}")
            def handle_data(self, data):
                if self.open[-1:] not in (["script"], ["style"]): self.text.append(data)
        page = Page()
        page.feed(open(sys.argv[1], encoding="utf-8").read())
        page.close()
        main = page.headings[page.headings.index(1):]
        print(json.dumps({
            "wrong": page.wrong + page.open, "twice": sorted({i for i in page.ids if page.ids.count(i) > 1}),
            "dead": sorted(set(page.links) - set(page.ids)), "outside": page.outside, "handlers": page.handlers,
            "ids": page.ids, "tags": sorted(set(page.tags)), "text": "".join(page.text),
            "skipped": [b for a, b in zip(main, main[1:]) if b > a + 1],
            "scripts": page.tags.count("script"), "h1": page.headings.count(1),
        }))
        """

    private struct Reading: Decodable {
        let wrong: [String]
        let twice: [String]
        let dead: [String]
        let outside: [String]
        let handlers: [String]
        let ids: [String]
        let tags: [String]
        let text: String
        let skipped: [Int]
        let scripts: Int
        let h1: Int
    }

    @Test(
        "it is well-formed, refers to nothing outside, and each of its links leads somewhere",
        arguments: ["Iris", "Notes"])
    func form(_ name: String) throws {
        let reading = try read(name == "Notes" ? NotesSpec.load() : IrisSpec.load())
        #expect(reading.wrong.isEmpty)
        #expect(reading.twice.isEmpty)
        #expect(reading.dead.isEmpty)
        #expect(reading.outside.isEmpty)
        #expect(reading.handlers.isEmpty)
        #expect(reading.scripts == 1)
    }

    @Test("everything that the contract declares has an address in it")
    func addresses() throws {
        let contract = try IrisSpec.load()
        let ids = Set(try read(contract).ids)
        let socket = try #require(contract.socket)
        let wanted: [[String]] = [
            contract.operations.map { "operation-\($0.name)" }, contract.types.map { "type-\($0.name)" },
            contract.errors.map { "error-\($0.code)" }, contract.promises.map { "promise-\($0.id)" },
            contract.scopes.map { "scope-\($0.name)" }, contract.credentials.map { "token-\($0.name)" },
            contract.limits.map { "limit-\($0.name)" }, contract.mails.map { "mail-\($0.name)" },
            contract.flows.map { "journey-\($0.name)" }, socket.frames.map { "frame-\($0.name)" },
            socket.events.map { "event-\($0.name)" }, socket.closes.map { "close-\($0.code)" },
        ]
        #expect(wanted.joined().filter { !ids.contains($0) } == [])
    }

    @Test("an operation shows its route, its fields, its errors and the line that calls it")
    func operations() throws {
        let contract = try IrisSpec.load()
        let text = try read(contract).text
        for operation in contract.operations {
            #expect(text.contains(CurlLine(operation, of: contract).lines), "\(operation.name)")
            #expect(text.contains(operation.route.template) && text.contains(operation.summary))
        }
        #expect(
            (contract.guide + contract.sections.flatMap(\.guide)).allSatisfy { sentence in
                text.contains(sentence.replacing("`", with: ""))
            })
    }

    @Test("no text of a spec becomes markup")
    func hostile() throws {
        let attack = #"</script></style><img src=x onerror=alert(1)>"' &lt; `<b>`"#
        let quoted = "'" + attack.replacing("'", with: "''") + "'"
        var text = NotesSpec.text.replacing("summary: Adds notes.", with: "summary: \(quoted)")
        text = text.replacing("summary: Notes., ", with: "summary: \(quoted), guide: [\(quoted)], ")
        text = text.replacing("title: Notes, name", with: "title: \(quoted), name")
        text = text.replacing("message: Later.", with: "message: \(quoted)")
        text = text.replacing("note_id: NoteId, draft", with: "note_id: { type: NoteId, summary: \(quoted) }, draft")
        let contract = try ContractLoader.resolve([SpecFile(path: "notes.yaml", text: text)]).get()
        let (tame, wild) = (try read(NotesSpec.load()), try read(contract))
        #expect(wild.tags == tame.tags)
        #expect(wild.wrong.isEmpty && wild.handlers.isEmpty && wild.outside.isEmpty && wild.scripts == 1)
        #expect(wild.text.components(separatedBy: "<img src=x onerror=alert(1)>").count > 6)
    }

    @Test("its policy names its own style and script by their hashes")
    func policy() throws {
        let program = """
            import base64, hashlib, re, sys
            page = open(sys.argv[1], encoding="utf-8").read()
            policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1)
            for kind in ("style", "script"):
                text = re.search(rf"<{kind}>(.*?)</{kind}>", page, re.S).group(1)
                digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
                assert f"{kind}-src &#x27;sha256-{digest}&#x27;" in policy or f"{kind}-src 'sha256-{digest}'" in policy
            assert policy.startswith("default-src 'none'") and "unsafe" not in policy
            print("ok")
            """
        let answer = try PythonPeer.withFile(page(IrisSpec.load())) { try PythonPeer.run(["-c", program, $0]) }
        #expect(answer.output == "ok\n")
    }

    @Test("a digest is SHA-256's, whatever the length")
    func digests() throws {
        let program = """
            import base64, hashlib
            for n in range(200): print(base64.b64encode(hashlib.sha256(b"a" * n).digest()).decode())
            """
        let answer = try PythonPeer.run(["-c", program])
        let ours = (0..<200).map { SHA256Digest.base64(of: String(repeating: "a", count: $0)) }
        #expect(answer.output.split(separator: "\n").map(String.init) == ours)
    }

    @Test("it can be read by ear and by keyboard: one title, no level of headings left out, named parts")
    func access() throws {
        let contract = try IrisSpec.load()
        let reading = try read(contract)
        #expect(reading.h1 == 1)
        #expect(reading.skipped.isEmpty)
        #expect(Set(["main", "nav", "label"]).isSubset(of: reading.tags))
        let page = try page(contract)
        #expect(page.contains(#"<html lang="en">"#))
        #expect(page.contains(##"<a class="skip" href="#content">"##))
    }

    @Test("it stays light")
    func weight() throws { #expect(try page(IrisSpec.load()).utf8.count < 400 * 1024) }

    private func page(_ contract: Contract) throws -> String {
        try #require(PageEmitter.files(for: contract).first).content
    }

    private func read(_ contract: Contract) throws -> Reading {
        let answer = try PythonPeer.withFile(page(contract)) { try PythonPeer.run(["-c", Self.reader, $0]) }
        return try JSONDecoder().decode(Reading.self, from: Data(answer.output.utf8))
    }
}
