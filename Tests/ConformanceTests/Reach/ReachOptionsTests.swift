import ArgumentParser
import Foundation
import Testing

@testable import Conformance

@Suite("what opens a deployment to a run")
struct ReachOptionsTests {
    private func rung(
        _ arguments: [String], _ environment: [String: String] = [:], hasMailbox: Bool = false
    ) throws -> Rung {
        try ReachOptions.parse(arguments).admission(hasMailbox: hasMailbox, environment: environment).rung
    }

    @Test("the highest rung that the run was given is taken, unless it was told otherwise")
    func ladder() throws {
        let key = [ReachOptions.key: "iris_sk_a"]
        let all = key.merging([ReachOptions.password: "p"]) { $1 }
        let login = ["--email", "a@b.example"]
        #expect(try rung([]) == .mailbox)
        #expect(try rung([], key) == .key)
        #expect(try rung(login, all) == .login)
        #expect(try rung(login, all, hasMailbox: true) == .mailbox)
        #expect(try rung(["--reach", "key"], all, hasMailbox: true) == .key)
        #expect(try rung(login + ["--reach", "login"], all, hasMailbox: true) == .login)
        let byHand = try ReachOptions.parse([]).admission(hasMailbox: true, isByHand: true, environment: [:])
        #expect(byHand.rung == .pastedLink)
    }

    @Test("a way in that was asked for and not given is a mistake, and so is a login without a password")
    func missing() {
        for arguments in [["--reach", "key"], ["--reach", "login"], ["--email", "a@b.example"]] {
            #expect(throws: ValidationError.self, "\(arguments)") { try rung(arguments) }
        }
    }

    @Test("secrets come from files, without the line end behind them, before they come from the environment")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("key").path
        try Data("iris_sk_file\n".utf8).write(to: URL(fileURLWithPath: file))
        let admission = try ReachOptions.parse(["--api-key-file", file])
            .admission(hasMailbox: false, environment: [ReachOptions.key: "iris_sk_other"])
        guard case .key("iris_sk_file", nil) = admission else { return #expect(Bool(false), "\(admission.rung)") }
        #expect(throws: ValidationError.self) { try rung(["--api-key-file", file + ".missing"]) }
    }

    @Test("no option takes a secret as its value")
    func noSecretOnTheCommandLine() {
        let help = ReachOptions.helpMessage(columns: 200)
        for option in ["--api-key ", "--password ", "--second-api-key ", "--second-password "] {
            #expect(!help.contains(option), "\(option)")
        }
    }

    @Test("what the run was given stands in no report")
    func hidden() async throws {
        let target = Target(base: "http://127.0.0.1:1", patience: 0)
        await target.shutdown()
        let run = Run(
            contract: try OwnContract.load(), target: target, mailbox: nil, seed: 1,
            admission: .key("iris_sk_given", second: nil))
        #expect(run.withoutSecrets("401 iris_sk_given") == "401 ‹secret›")
        #expect(run.leaks(inFrame: "iris_sk_given", to: nil).count == 1)
    }
}
