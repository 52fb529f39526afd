import Contract
import Foundation
import Hummingbird
import Testing

@testable import Conformance

@Suite("a run that is interrupted")
struct InterruptionTests {
    /// A peer that leaves its second request without an answer until the test is over.
    private func withHangingPeer(_ test: (String, Witness) async throws -> Void) async throws {
        let witness = Witness()
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        try await ScriptedPeer.with { request in
            if witness.note("\(request.method) \(request.uri.path)") == 2 { for await _ in ends {} }
            return ScriptedPeer.json(.ok, #"{"data":{}}"#)
        } _: { base in
            defer { end.finish() }
            try await test(base, witness)
        }
    }

    @Test("ends with what it has found out, and still can clean up")
    func interrupted() async throws {
        let contract = try OwnContract.load()
        try await withHangingPeer { base, witness in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
            let (requests, request) = AsyncStream.makeStream(of: Void.self)
            let judge = Judge(run: run, report: TerminalReport(contract: contract, base: base, say: { _ in }))
            async let outcomes = RunSession(run: run, interruption: requests).outcomes { try await judge.judge() }
            var arrivals = witness.arrivals.makeAsyncIterator()
            for _ in 0..<2 { _ = await arrivals.next() }
            request.yield()
            let found = try await outcomes
            #expect(found.first?.isViolated == true)
            let rest = Tally(Array(found.dropFirst()))
            #expect(rest.failed == 0 && rest.passed == 0 && rest.skipped > 100)
            #expect(ExitStatus(Tally(found), stop: run.guard.stop) == .untrusted)
            #expect(witness.seen.count == 2)
            run.guard.beginTeardown()
            let health = Attempt(try #require(contract.operation(named: "checkHealth")))
            _ = try await run.guard.send(health, meaning: .success)
            await target.shutdown()
        }
    }

    @Test("a second signal ends it at once")
    func twice() async throws {
        let (signals, signal) = AsyncStream.makeStream(of: Void.self)
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let interruption = Interruption(signals) { end.yield() }
        signal.yield()
        var requests = interruption.requests.makeAsyncIterator()
        #expect(await requests.next() != nil)
        signal.yield()
        var iterator = ends.makeAsyncIterator()
        #expect(await iterator.next() != nil)
    }

    @Test("Ctrl-C ends the process cleanly, with a report of what there was and exit code 2")
    func process() async throws {
        try await withHangingPeer { base, witness in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appendingPathComponent("iris-conformance")
            process.arguments = ["run", base, "--spec", OwnContract.folder]
            let output = Pipe()
            process.standardOutput = output
            process.terminationHandler = { _ in witness.end() }
            try process.run()
            var arrivals = witness.arrivals.makeAsyncIterator()
            for _ in 0..<2 { _ = await arrivals.next() }
            kill(process.processIdentifier, SIGINT)
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 2)
            #expect(said.contains("Promise by promise") && said.contains(Stop.interrupted.reason))
        }
    }
}
