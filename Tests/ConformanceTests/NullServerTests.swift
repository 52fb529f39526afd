import Contract
import Hummingbird
import NIOCore
import Testing

@testable import Conformance

@Suite("servers that know nothing")
struct NullServerTests {
    /// Everything that a deployment is judged on.
    private func judge(_ base: String) async throws -> [Outcome] {
        let contract = try OwnContract.load()
        let target = Target(base: base, patience: 0)
        let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
        let report = TerminalReport(contract: contract, base: base, say: { _ in })
        do {
            let outcomes = try await Judge(run: run, report: report).judge()
            await target.shutdown()
            return outcomes
        } catch {
            await target.shutdown()
            throw error
        }
    }

    private func error(_ code: String) -> String { #"{"error":{"code":"\#(code)","message":"No."}}"# }

    @Test("nothing is verified on a server that always succeeds with nothing")
    func emptySuccess() async throws {
        try await ScriptedPeer.with { _ in
            ScriptedPeer.json(.ok, #"{"data":{}}"#)
        } _: { base in
            let tally = Tally(try await judge(base))
            #expect(tally.passed == 0 && tally.failed > 0 && tally.exitCode == 1)
        }
    }

    @Test("nothing is verified on a server that refuses everything, whatever the reason it gives")
    func refusal() async throws {
        let answers: [(HTTPResponse.Status, String)] = [
            (.unauthorized, "unauthenticated"), (.unauthorized, "invalid_credentials"), (.notFound, "not_found"),
            (.conflict, "already_used"), (.badRequest, "invalid_request"), (.forbidden, "forbidden"),
        ]
        for (status, code) in answers {
            let body = error(code)
            try await ScriptedPeer.with { _ in
                ScriptedPeer.json(status, body)
            } _: { base in
                let tally = Tally(try await judge(base))
                #expect(tally.passed == 0 && tally.failed > 0, "\(code)")
            }
        }
    }

    @Test("nothing is verified on a server that sends back what it gets")
    func echo() async throws {
        try await ScriptedPeer.with { request in
            let body = try await request.body.collect(upTo: 1 << 20)
            return ScriptedPeer.json(.ok, #"{"data":\#(body.readableBytes > 0 ? String(buffer: body) : "{}")}"#)
        } _: { base in
            let tally = Tally(try await judge(base))
            #expect(tally.passed == 0)
        }
    }

    @Test("a server that is not there is no verdict")
    func nobody() async throws {
        await #expect(throws: Target.Unreachable.self) { try await judge("http://127.0.0.1:1") }
    }
}
