import ArgumentParser
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say whether mail, database role, proxy, TLS, clock and WebSocket upgrade are right.",
        discussion: """
            Reads the settings of the server from the environment, as `iris-server run` does, and looks at a server \
            that runs at --url (or IRIS_SITE). Nothing is changed, and no mail is sent. Exit codes: 0 all is well, \
            1 something is ill.
            """
    )

    @Option(help: "Where clients reach the server, such as https://iris.example.com.")
    var url: String?

    func run() async throws {
        let settings = try Environment.settings()
        let text = url ?? settings.site
        let address = text.flatMap { URL(string: $0) }
        if text != nil, address?.host == nil || !["http", "https"].contains(address?.scheme ?? "") {
            throw ValidationError("'\(text ?? "")' is not an http or https address")
        }
        let isWell = await Doctor(settings: settings, address: address).examine { Terminal.say($0.lines) }
        if address == nil { Terminal.say("· server     Not looked at; name its address with --url.") }
        if !isWell { throw ExitCode(1) }
    }
}
