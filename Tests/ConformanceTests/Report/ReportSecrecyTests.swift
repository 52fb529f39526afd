import Contract
import Hummingbird
import Synchronization
import Testing

@testable import Conformance

@Suite("reports of deployments that give everything away", .timeLimit(.minutes(5)))
struct ReportSecrecyTests {
    /// All that a run says: its three files, and the terminal.
    private struct Said {
        var reports: [String] = []
        var secrets: Set<String> = []
        var violations = 0
    }

    /// Runs against a peer that puts what it is sent into headers, and into whatever its own answers are.
    private func said(of server: NullServer) async throws -> Said {
        let contract = try OwnContract.load()
        let answers = NullAnswers(server, contract)
        let lines = Mutex("")
        var said = Said()
        try await ScriptedPeer.with(
            { request in
                let body = try await request.body.collect(upTo: 1 << 22)
                let token = request.headers[.authorization] ?? ""
                let copy = Request(head: request.head, body: RequestBody(buffer: body))
                var response = try await answers.answer(copy)
                let line = "\(token) \(String(buffer: body).prefix(2_000))".map { $0.isNewline ? " " : $0 }
                response.headers[.wwwAuthenticate] = String(line)
                return response
            }, webSocket: answers.endpoint
        ) { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 7, patience: .milliseconds(200))
            let screen = Screen(Screen.Abilities()) { line in lines.withLock { $0 += line } }
            let report = TerminalReport(contract: contract, base: base, secrets: run.secrets, screen: screen)
            let selection = Selection.any(
                ["signUp", "createKey", "login", "acceptInvitation"].map(Selection.operation))
            let outcomes = try await Judge(run: run, report: report, selection: selection).judge()
            let document = try SampleReport.document(outcomes, secrets: run.secrets)
            TerminalSummary(screen: screen).tell(document)
            said.reports = [
                HTMLReport.text(of: document), JUnitReport.text(of: document), try JSONReport.text(of: document),
                lines.withLock { $0 },
            ]
            said.secrets = run.secrets.hidden
            said.violations = document.summary.checks[.violated] ?? 0
            await target.shutdown()
        }
        return said
    }

    @Test("tell of violations and of no secret", arguments: [NullServer.agreeable, .echo])
    func secrecy(_ server: NullServer) async throws {
        let said = try await said(of: server)
        #expect(said.violations > 5 && said.secrets.count > 10)
        for report in said.reports {
            #expect(report.contains("$PASSWORD") || report.contains("$TOKEN"))
            for secret in said.secrets where report.contains(secret) { Issue.record("a report tells \(secret)") }
        }
    }
}
