import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// One request over a connection of its own, as a client without any library makes it: so that what is seen is what
/// came, an upgrade included.
enum ProbeConnection {
    struct Reply: Sendable {
        let status: Int
        /// Values by lower-case name.
        let headers: [String: String]
        /// Such as `TLSv1.3`; nil without TLS.
        let tlsVersion: String?
    }

    /// Why there was no reply.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Asks, and reads the reply's head; what follows it is not waited for.
    static func ask(_ site: URL, _ method: String, _ path: String, headers: [String: String] = [:]) async throws
        -> Reply
    {
        guard let host = site.host else { throw Failure(description: "the address has no host") }
        let isSecure = site.scheme == "https"
        let port = site.port ?? (isSecure ? 443 : 80)
        let context = isSecure ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        let connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(.seconds(5))
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let context {
                            try channel.pipeline.syncOperations.addHandler(
                                NIOSSLClientHandler(context: context, serverHostname: host))
                        }
                        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw Failure(description: "no connection to \(host):\(port)")
        }
        var request = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n"
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) { request += "\(name): \(value)\r\n" }
        let bytes = ByteBuffer(string: request + "\r\n")
        return try await withTimeout(.seconds(10)) {
            try await connection.executeThenClose { inbound, outbound in
                try await outbound.write(bytes)
                var received = ""
                for try await buffer in inbound {
                    received += String(buffer: buffer)
                    guard let end = received.range(of: "\r\n\r\n") else { continue }
                    let version = isSecure ? try await tlsVersion(of: connection.channel) : nil
                    return try parse(received[..<end.lowerBound], tlsVersion: version)
                }
                throw Failure(description: "the connection ended without a reply")
            }
        }
    }

    private static func tlsVersion(of channel: any Channel) async throws -> String? {
        try await channel.pipeline.handler(type: NIOSSLClientHandler.self).map { handler in
            handler.tlsVersion.map { "\($0)" }
        }.get()
    }

    private static func parse(_ head: Substring, tlsVersion: String?) throws -> Reply {
        let lines = head.components(separatedBy: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            throw Failure(description: "what answers does not speak HTTP/1.1")
        }
        let headers = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        return Reply(
            status: status, headers: Dictionary(headers, uniquingKeysWith: { "\($0), \($1)" }), tlsVersion: tlsVersion)
    }

    private static func withTimeout<Result: Sendable>(
        _ time: Duration, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await Task.sleep(for: time)
                throw Failure(description: "no reply within \(time)")
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw Failure(description: "no reply") }
            return result
        }
    }
}
