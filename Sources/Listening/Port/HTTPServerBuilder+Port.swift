import HummingbirdCore

extension HTTPServerBuilder {
    /// One port for all: HTTP/1.1 and WebSockets; with an identity, under TLS 1.3, also HTTP/2.
    ///
    /// For `Application(responder:server:…)`. All but WebSockets is answered by the application's responder.
    /// - Parameters:
    ///   - identity: Nil for a port without TLS.
    ///   - webSocket: Nil for a port without WebSockets.
    public static func port(
        _ configuration: PortConfiguration = PortConfiguration(), identity: TLSIdentity? = nil,
        webSocket: WebSocketEndpoint? = nil
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            PortChannel(
                configuration: configuration, identity: identity, webSocket: webSocket, responder: responder)
        }
    }
}
