import NIOCore
import NIOPosix
import NIOSSL

/// A conversation with an IMAP server: commands one after the other, and the responses to each.
struct IMAPConnection {
    /// What ends a conversation that cannot go on.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private let channel: any Channel
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var reader = IMAPResponseReader()
    private var commands = 0
    /// What the server has said on leaving, for when it is gone.
    private var farewell = ""
    private(set) var capabilities: Set<String> = []

    /// How many responses a command may have: a server that never ends is not listened to.
    private static let maximumResponses = 20_000

    /// Connects, does something, and says goodbye.
    static func with<Result>(
        _ server: IMAPServer, trust: [NIOSSLCertificate],
        _ act: (inout IMAPConnection) async throws -> Result
    ) async throws -> Result {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.additionalTrustRoots = [.certificates(trust)]
        let tls = try NIOSSLContext(configuration: configuration)
        // A name goes into the handshake, an address does not.
        let name = server.host.contains { !"0123456789.:".contains($0) } ? server.host : nil
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if server.isImplicitTLS {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: name))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = IMAPConnection(
                channel: channel.channel, inbound: inbound.makeAsyncIterator(), outbound: outbound)
            try await connection.greet()
            if !server.isImplicitTLS { try await connection.protect(server, tls, name) }
            let result = try await act(&connection)
            _ = try? await connection.command("LOGOUT")
            return result
        }
    }

    private init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound
        self.outbound = outbound
    }

    private mutating func greet() async throws {
        let greeting = try await response()
        guard greeting.words.dropFirst().first?.uppercased() == "OK" else {
            throw Refused(description: "the server does not greet: \(Self.shown(greeting))")
        }
        try await askCapabilities()
    }

    /// STARTTLS, without which no password is said over a network.
    private mutating func protect(_ server: IMAPServer, _ tls: NIOSSLContext, _ name: String?) async throws {
        guard capabilities.contains("STARTTLS") else {
            guard server.isLoopback else { throw Refused(description: "the server offers no TLS") }
            return
        }
        try await command("STARTTLS")
        // What came in the clear behind the answer could have been put there on the way.
        guard !reader.hasRest else { throw Refused(description: "the server says more before TLS than it may") }
        let channel = channel
        try await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLClientHandler(context: tls, serverHostname: name), position: .first)
        }.get()
        try await askCapabilities()
    }

    /// They differ before and after TLS, and before and after the login.
    mutating func askCapabilities() async throws {
        for response in try await command("CAPABILITY") {
            let words = response.words
            guard words.count > 2, words[0] == "*", words[1].uppercased() == "CAPABILITY" else { continue }
            capabilities = Set(words.dropFirst(2).map { $0.uppercased() })
        }
    }

    /// Carries out a command, and gives what was said before its OK.
    ///
    /// - Throws: `Refused` for NO and BAD, with the server's words but none of ours.
    @discardableResult
    mutating func command(_ text: String) async throws -> [IMAPResponse] {
        let tag = try await begin(text)
        return try await responses(to: tag)
    }

    /// Sends a command; its tag.
    mutating func begin(_ text: String) async throws -> String {
        commands += 1
        let tag = "a\(commands)"
        try await send("\(tag) \(text)")
        return tag
    }

    mutating func responses(to tag: String) async throws -> [IMAPResponse] {
        var found: [IMAPResponse] = []
        while true {
            let response = try await response()
            guard response.tag == tag else {
                found.append(response)
                guard found.count <= Self.maximumResponses else {
                    throw Refused(description: "the server does not stop talking")
                }
                continue
            }
            guard response.words.dropFirst().first?.uppercased() == "OK" else {
                throw Refused(description: "the server refuses: \(Self.shown(response))")
            }
            return found
        }
    }

    mutating func response() async throws -> IMAPResponse {
        while true {
            if let response = try reader.next() {
                guard commands > 0, response.words.prefix(2).map({ $0.uppercased() }) == ["*", "BYE"] else {
                    return response
                }
                farewell = ": \(Self.shown(response))"
                continue
            }
            guard let bytes = try await inbound.next() else {
                throw Refused(description: "the server has ended the connection\(farewell)")
            }
            reader.take(bytes.readableBytesView)
        }
    }

    /// Sends a line.
    func send(_ line: String) async throws { try await outbound.write(ByteBuffer(string: line + "\r\n")) }

    /// What sends lines while this waits for a response.
    var line: NIOAsyncChannelOutboundWriter<ByteBuffer> { outbound }

    private static func shown(_ response: IMAPResponse) -> String {
        String(response.text.filter { !$0.isNewline && $0 != "\u{1B}" }.prefix(200))
    }
}
