import AsyncHTTPClient
import ClientRuntime
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries calls over async-http-client.
public struct HTTPTransport: ClientTransport {
    private let client: HTTPClient
    private let timeout: TimeAmount
    private let limit: Int

    /// What the client should be made with: it follows no redirect, because the token would go along, and says at once
    /// that there is no connection, because the calls have retries of their own.
    public static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(10)), decompression: .disabled)
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// - Parameters:
    ///   - client: Outlives every call, and is shut down by whoever has made it. See ``configuration``.
    ///   - timeout: How long one attempt may take.
    ///   - limit: The most bytes of a response that are read.
    public init(client: HTTPClient, timeout: Duration = .seconds(30), limit: Int = 16 << 20) {
        self.client = client
        self.timeout = TimeAmount(timeout)
        self.limit = limit
    }

    public func send(_ request: ClientRequest) async throws(TransportFailure) -> ClientResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if let body = request.body { outgoing.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            let response = try await client.execute(outgoing, timeout: timeout)
            let body = try await response.body.collect(upTo: limit)
            return ClientResponse(
                status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) },
                body: Array(body.readableBytesView))
        } catch {
            throw TransportFailure(of: error)
        }
    }
}

extension TransportFailure {
    /// Only a connection that never came about is sure to have carried nothing.
    init(of error: any Error) {
        switch error {
        case is CancellationError: self.init(.cancelled, "cancelled")
        case let error as HTTPClientError where error == .cancelled: self.init(.cancelled, "cancelled")
        case let error as HTTPClientError where error == .connectTimeout || error == .getConnectionFromPoolTimeout:
            self.init(.unreachable, "no connection in time")
        case ChannelError.connectTimeout: self.init(.unreachable, "no connection in time")
        case is NIOConnectionError: self.init(.unreachable, "no connection")
        case let error as IOError where error.errnoCode == ECONNREFUSED: self.init(.unreachable, "no connection")
        // The error's own text may repeat the address, in whose query values may stand.
        default: self.init(.interrupted, "\(type(of: error))")
        }
    }
}
