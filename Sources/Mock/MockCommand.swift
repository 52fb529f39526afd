import ArgumentParser
import Foundation
import Mocking

@main
struct MockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-mock",
        abstract: "Serve an API that is made of its spec alone.",
        discussion: """
            Access and input are checked as the spec has them, and replies are made up: valid, varied, and the same for \
            the same seed and request. When a file of the spec changes, the API does. Front ends on any page may ask.
            """
    )

    @Option(help: "The folder of the spec.")
    var spec = "spec"

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8081

    @Option(help: "Another seed gives other values.")
    var seed: UInt64 = 1

    @Option(help: "The time that times in replies are told from, in seconds since 1970. (default: today at 0:00 UTC)")
    var now: Int?

    @Flag(help: "Answer with the spec's examples only.")
    var examples = false

    @Option(help: "Seconds between two events that are made up on each socket; 0 for none.")
    var chatter = 0

    func validate() throws {
        guard (0...86_400).contains(chatter) else { throw ValidationError("--chatter is from 0 to 86400") }
        guard (0...253_000_000_000).contains(now ?? 0) else { throw ValidationError("--now is no time of this kind") }
    }

    func run() async throws {
        let today = Int(Date().timeIntervalSince1970) / 86_400 * 86_400
        let settings = MockSettings(seed: seed, now: now ?? today, usesExamples: examples)
        let watch: SpecWatch
        let api: MockAPI
        do {
            watch = try SpecWatch(folder: spec, settings: settings)
            api = try watch.load()
        } catch {
            Terminal.say("The spec cannot be served:\n\(SpecWatch.words(of: error))")
            throw ExitCode(1)
        }
        try await MockServer(
            host: host, port: port, current: CurrentAPI(api), watch: watch,
            chatter: chatter == 0 ? nil : .seconds(chatter)
        ).run()
    }
}
