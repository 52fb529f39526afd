import IrisClient
import Synchronization

/// A server whose every connection says what a script holds, and which keeps what it is told.
actor ScriptedPeer: SocketTransport {
    private var scripts: [[SocketMessage]?]
    private(set) var urls: [String] = []
    private(set) var subprotocols: [[String]] = []
    /// The frames of each connection.
    private(set) var sent: [[String]] = []

    /// - Parameter scripts: One for each connection; nil for one that cannot be made. Behind the last there is nothing.
    init(_ scripts: [SocketMessage]?...) { self.scripts = scripts }

    func connect(
        to url: String, offering subprotocols: [String]
    ) async throws(TransportFailure) -> any SocketConnection {
        urls.append(url)
        self.subprotocols.append(subprotocols)
        guard !scripts.isEmpty, let script = scripts.removeFirst() else {
            throw TransportFailure(.unreachable, "nobody there")
        }
        sent.append([])
        return ScriptedConnection(script, number: sent.count - 1, peer: self)
    }

    fileprivate func take(_ frame: [UInt8], on connection: Int) {
        sent[connection].append(String(decoding: frame, as: UTF8.self))
    }
}

private actor ScriptedConnection: SocketConnection {
    private var script: [SocketMessage]
    private let number: Int
    private let peer: ScriptedPeer

    init(_ script: [SocketMessage], number: Int, peer: ScriptedPeer) {
        (self.script, self.number, self.peer) = (script, number, peer)
    }

    func send(_ text: [UInt8]) async throws(TransportFailure) { await peer.take(text, on: number) }

    func receive() async throws(TransportFailure) -> SocketMessage {
        script.isEmpty ? .closed(code: nil) : script.removeFirst()
    }

    func close() async { script = [] }
}

extension SocketMessage {
    static func event(_ event: some ServerEvent) -> Self { .text(Array(RoundTrip.json(event).utf8)) }

    static func raw(_ text: String) -> Self { .text(Array(text.utf8)) }
}
