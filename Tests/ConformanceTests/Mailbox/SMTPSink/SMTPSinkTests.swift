import Foundation
import NIOCore
import NIOPosix
import SMTP
import SMTPPeer
import Testing

@testable import Conformance

@Suite("the suite's own mail server")
struct SMTPSinkTests {
    /// Runs a test with a sink that is closed afterwards.
    private func withSink(
        _ certificate: TestCertificate? = nil, _ test: (SMTPSink) async throws -> Void
    ) async throws {
        let sink = try await SMTPSink.listen(
            on: try #require(SocketPlace("127.0.0.1:0")),
            certificate: certificate.map { CertificateFiles(certificate: $0.path, key: $0.keyPath) },
            patience: .seconds(60))
        do { try await test(sink) } catch {
            await sink.close()
            throw error
        }
        await sink.close()
    }

    private let page = "https://iris.example/accept.html?tenant_id=t&token="

    @Test(
        "Python's client hands over a mail of many parts, to somebody whom only the envelope names",
        arguments: [false, true])
    func python(hasTLS: Bool) async throws {
        let mail = try Invitation.mail()
        let certificate = hasTLS ? try TestCertificate() : nil
        try await withSink(certificate) { sink in
            let peer = try MailPeer("send_mail.py", ["\(sink.port)"] + (certificate.map { [$0.path] } ?? []))
            async let waited = sink.link(of: mail, to: "jane@example.org")
            try peer.say("\(page)first\n\(page)second\n")
            #expect(try await peer.line() == "sent")
            let first = try await waited?["token"]
            #expect(first == "first" || first == "second")
            let known = ["tenant_id": "t", "token": "second"]
            let other = try await sink.link(of: mail, to: "Bob@example.org", besides: [known])
            #expect(other?["token"] == "first")
        }
    }

    @Test("our own mailer hands over a mail, in the clear and in TLS with a password", arguments: [false, true])
    func ours(hasTLS: Bool) async throws {
        let mail = try Invitation.mail()
        let certificate = hasTLS ? try TestCertificate() : nil
        try await withSink(certificate) { sink in
            let query = certificate.map { "?starttls=always&ca=\($0.path)" } ?? ""
            let user = hasTLS ? "iris:secret@" : ""
            let client = SMTPClient(server: try SMTPServer(url: "smtp://\(user)127.0.0.1:\(sink.port)\(query)"))
            let message = try MailMessage(
                sender: "no-reply@iris.example", senderName: "Iris", recipient: "jane@example.org", subject: "Grüße",
                date: Date(timeIntervalSince1970: 1_795_573_230), messageID: "1@iris.example",
                text: "Hällo\n\n.\n\(page)\(String(repeating: "x", count: 100))\n")
            try await client.send(message)
            let link = try await sink.link(of: mail, to: "jane@example.org")
            #expect(link == ["tenant_id": "t", "token": String(repeating: "x", count: 100)])
        }
    }

    @Test("only CR LF ends a line, and a mail within a mail is none")
    func smuggling() async throws {
        let mail = try Invitation.mail()
        try await withSink { sink in
            let text =
                "EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n\r\nx\n.\nMAIL FROM:<>\n"
                + "RCPT TO:<jane@example.org>\nDATA\n\n\(page)smuggled\n.\r\n\(page)real\r\n.\r\nQUIT\r\n"
            let replies = try await converse(sink.port, text)
            #expect(replies.suffix(2).map { $0.prefix(3) } == ["250", "221"])
            let links = sink.mails.map { $0.links(to: mail.page).map { $0["token"] } }
            #expect(links == [["smuggled", "real"]] && sink.mails.map(\.envelope) == [["bob@example.org"]])
        }
    }

    @Test("an endless line is answered and the connection ended")
    func endlessLine() async throws {
        try await withSink { sink in
            let replies = try await converse(
                sink.port, String(repeating: "x", count: SMTPSession.maximumLine + 100_000))
            #expect(replies.last?.hasPrefix("500") == true)
        }
    }

    @Test("more clients than there is room for are told to come later, and there is room again when one has gone")
    func connections() async throws {
        try await withSink { sink in
            var held: [any Channel] = []
            for _ in 0..<SMTPSink.maximumConnections {
                let greeted = GreetingHandler()
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .channelInitializer { $0.pipeline.addHandler(greeted) }
                    .connect(host: "127.0.0.1", port: sink.port).get()
                #expect(await greeted.first() == "220")
                held.append(channel)
            }
            #expect(try await converse(sink.port, "").first?.hasPrefix("421") == true)
            try await held.removeLast().close()
            // That it has gone is known here before it is there.
            while try await converse(sink.port, "QUIT\r\n").first?.hasPrefix("220") != true {}
            for channel in held { try await channel.close() }
        }
    }

    @Test("an address that cannot be listened on is said")
    func taken() async throws {
        try await withSink { sink in
            let place = try #require(SocketPlace("127.0.0.1:\(sink.port)"))
            await #expect(throws: MailboxUnusable.self) { try await SMTPSink.listen(on: place, patience: .zero) }
        }
    }

    @Test("places are hosts with ports")
    func places() {
        #expect(SocketPlace("127.0.0.1:2525")?.description == "127.0.0.1:2525")
        #expect(SocketPlace("[::1]:0")?.host == "::1")
        for text in ["", ":25", "host", "host:", "host:x", "host:70000", "::1:25", "[]:25"] {
            #expect(SocketPlace(text) == nil, "\(text)")
        }
    }

    /// Says all at once and gives the lines that come until the end.
    private func converse(_ port: Int, _ text: String) async throws -> [String] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try? await outbound.write(ByteBuffer(string: text))
            var replies = ByteBuffer()
            do { for try await bytes in inbound { replies.writeImmutableBuffer(bytes) } } catch {}
            return String(buffer: replies).split(separator: "\r\n").map(String.init)
        }
    }
}

/// The first three bytes that come.
private final class GreetingHandler: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let greetings: AsyncStream<String>
    private let greeting: AsyncStream<String>.Continuation

    init() { (greetings, greeting) = AsyncStream.makeStream() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        greeting.yield(String(String(buffer: unwrapInboundIn(data)).prefix(3)))
    }

    func first() async -> String? { await greetings.first { _ in true } }
}
