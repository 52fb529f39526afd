import HTTPTypes

/// The server's answer to an upgrade request.
public enum UpgradeDecision: Sendable {
    /// An ordinary HTTP answer, after which the connection is closed.
    case refuse(HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = [])
    /// The connection becomes a WebSocket.
    ///
    /// - `subprotocol`: one of those that the client offers; another is not announced.
    /// - `headers`: sent with the 101, beside those of the handshake.
    /// - `handler`: runs as long as the connection is wanted; when it returns, the WebSocket is closed with 1000. Its
    ///   task is cancelled when the connection is gone.
    case accept(
        subprotocol: String? = nil, headers: HTTPFields = [:],
        handler: @Sendable (WebSocketConnection) async -> Void)
}
