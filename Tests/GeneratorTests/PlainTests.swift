import Contract
import Testing

@testable import Generator

@Suite("the contract in plain text")
struct PlainTests {
    /// Three times the 8,586 bytes of the text that the contract was first written in: a program has to be able to
    /// read it beside its own task.
    private static let budget = 25_758

    private let contract: Contract
    private let text: String

    init() throws {
        contract = try IrisSpec.load()
        text = PlainEmitter.text(contract)
    }

    @Test("it keeps its budget")
    func size() { #expect(text.utf8.count <= Self.budget) }

    @Test("each operation has a line with its method, its path, its callers and what it takes and answers")
    func operations() throws {
        let lines = Self.operationLines(text)
        #expect(lines.map(\.name) == contract.operations.map(\.name))
        for (operation, line) in zip(contract.operations, lines) {
            #expect(line.method == operation.route.method.rawValue, "\(operation.name)")
            #expect(line.path == operation.route.template)
            #expect(line.callers == PlainAccess(contract).text(operation.access), "\(operation.name)")
            for field in operation.queryFields + (operation.bodyFields ?? []) {
                #expect(line.input.firstMatch(of: try Regex("[{ ]\(field.name)[?:,}|]")) != nil, "\(field.name)")
            }
            let statuses = operation.replies.map { String($0.status) }.joined(separator: "/")
            #expect(line.status == statuses, "\(operation.name)")
            #expect(operation.ownErrors.allSatisfy(line.errors.contains), "\(operation.name)")
            #expect(operation.limits.allSatisfy { line.text.contains("~\($0)") })
            #expect(operation.mails.isEmpty || line.text.contains("mail \(operation.mails.joined(separator: "/"))"))
        }
    }

    @Test("each scope, error, limit and mail is there, and each sentence for readers")
    func names() {
        #expect(contract.scopes.allSatisfy { text.contains($0.name) })
        for error in contract.errors { #expect(text.contains("\n\(error.status) \(error.code)"), "\(error.code)") }
        for limit in contract.limits {
            #expect(text.contains("\n\(limit.name): \(limit.allowance) in \(limit.window) s"), "\(limit.name)")
        }
        for mail in contract.mails { #expect(text.contains("\n\(mail.name): `\(mail.page)?"), "\(mail.name)") }
        #expect((contract.guide + contract.sections.flatMap(\.guide)).allSatisfy(text.contains))
        #expect(contract.credentials.flatMap(\.kinds).allSatisfy { text.contains("`\($0.prefix)…`") })
    }

    @Test("each type that is named is explained, unless it is an id or only the server sends it")
    func types() {
        let notation = FieldNotation(contract)
        let sent = RequestTypes(contract).names
        for type in contract.types where !notation.isInlined(type) {
            let isExplained = text.contains("\n\(type.name)") || text.contains(", \(type.name)")
            switch type.shape {
            case .id: continue
            case .text, .integer: #expect(!sent.contains(type.name) || isExplained, "\(type.name)")
            case .enumeration, .record: #expect(isExplained, "\(type.name)")
            }
        }
    }

    @Test("the socket's frames, events and closes are there")
    func socket() throws {
        let socket = try #require(contract.socket)
        let chapter = try #require(text.components(separatedBy: "## Socket\n").last)
        for name in socket.frames.map(\.name) + socket.events.map(\.name) {
            #expect(chapter.firstMatch(of: try Regex("\\n\(name)[*: ]")) != nil, "\(name)")
        }
        for close in socket.closes { #expect(chapter.contains("\(close.code) \(close.name)")) }
        for field in socket.frames.flatMap(\.fields) { #expect(chapter.contains(field.name)) }
        #expect([socket.path, socket.subprotocol, "bearer.TOKEN", "?token=TOKEN"].allSatisfy(chapter.contains))
    }

    @Test("every call of every journey is in one of them")
    func journeys() throws {
        let chapter = try #require(text.components(separatedBy: "## Journeys\n").last)
        for flow in contract.flows {
            #expect(chapter.contains("- \(flow.title): "), "\(flow.title)")
            for case .call(let call) in flow.steps.map(\.action) where call.refusal == nil {
                #expect(chapter.contains(call.operation), "\(call.operation)")
            }
        }
    }

    @Test("a small API without journeys, a socket and mails has no chapters for them")
    func small() throws {
        let text = PlainEmitter.text(try NotesSpec.load())
        #expect(
            text.split(separator: "\n").filter { $0.hasPrefix("## ") }
                == ["## Conventions", "## Tokens", "## Operations", "## Errors", "## Types"])
        #expect(
            text.contains(
                """
                listNotes GET /notes ?{limit?: Count, cursor?: Title, title, state?} -> page of Note; session viewer or notes.read.
                """))
        #expect(text.contains("A body with `tenant` is refused: no_tenant."))
    }

    /// What can be read from the line of an operation and the heading above it.
    private struct OperationLine {
        let name: String
        let method: String
        let path: String
        let input: String
        let status: String
        let callers: String
        let errors: [String]
        let text: String
    }

    private static func operationLines(_ text: String) -> [OperationLine] {
        var (base, common) = ("", "")
        var lines: [OperationLine] = []
        let line = #/(\w+) ([A-Z]+) (\S+?)( as (\w+)| (.*?)?-> ?([0-9/]+ )?.*?)(; .*?)?\.( .*)?/#
        for row in text.split(separator: "\n") {
            if row.hasPrefix("### ") {
                let parts = row.wholeMatch(of: #/[^(]*\((.*)\)/#)?.1.split(separator: "; ") ?? []
                base = parts.first { $0.hasPrefix("/") }.map(String.init) ?? ""
                common = parts.first { !$0.hasPrefix("/") }.map(String.init) ?? ""
            }
            guard let match = row.wholeMatch(of: line) else { continue }
            let parts = (match.8 ?? "").split(separator: "; ").map { $0.trimmingPrefix("; ") }
            let own = parts.first { !"!~".contains($0.first ?? "!") && !$0.hasPrefix("mail ") }.map(String.init)
            let twin = match.5.flatMap { name in lines.first { $0.name == name } }
            let codes = row.matches(of: #/!([a-z_]+)/#).map { String($0.1) }
            lines.append(
                OperationLine(
                    name: String(match.1), method: String(match.2), path: base + match.3,
                    input: twin?.input ?? match.6.map(String.init) ?? "",
                    status: twin?.status ?? match.7.map { $0.dropLast() }.map(String.init) ?? "200",
                    callers: own ?? common, errors: twin?.errors ?? codes, text: String(row)))
        }
        return lines
    }
}
