import ArgumentParser
import Listening
import Logging

struct EchoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "echo",
        abstract: "Serve WebSockets that send every message back, for protocol suites to be pointed at.",
        discussion: """
            It is the port of `run` with nothing behind it: no database and no tokens.
            """
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 9001

    @Option(help: "The file of a certificate and its chain in PEM, for TLS.")
    var certificate: String?

    @Option(help: "With it: the file of its private key.")
    var key: String?

    func validate() throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key belong together")
        }
    }

    func run() async throws {
        let logger = Logger(label: "echo")
        let host = host
        try await Environment.run {
            var identity: TLSIdentity?
            if let certificate, let key {
                identity = try TLSIdentity.load(certificate: certificate, key: key, logger: logger)
            }
            let scheme = identity == nil ? "ws" : "wss"
            try await EchoSocket.serve(host: host, port: port, identity: identity, logger: logger) { port in
                Terminal.say("Echoing at \(scheme)://\(host):\(port)")
            }
        }
    }
}
