/// A socket that comes back by itself: it authenticates with its first frame, connects again where the contract's close
/// codes say that this can succeed, and resumes each subscription from behind what was seen.
///
/// Reading drives it: nothing is connected before the first notice is asked for, and a reader that takes its time lets
/// the server wait, which cuts off slow readers; then the rest is made up for. Isolated, because a reader and senders
/// share the connection and the subscriptions.
public actor SocketClient<Language: SocketLanguage> {
    private let base: BaseAddress
    private let token: ClientToken
    private let transport: any SocketTransport
    private let retries: RetryPolicy
    private let surroundings: ClientSurroundings
    private var connection: (any SocketConnection)?
    private var isReady = false
    private var hasEnded = false
    /// Connections in a row that did not become ready.
    private var failures = 0
    private var subscriptions = Subscriptions<Language>()
    private var waiting: [SocketNotice<Language.Event>] = []

    public init(
        base: BaseAddress, token: ClientToken, transport: any SocketTransport,
        retries: RetryPolicy = RetryPolicy(attempts: .max, base: .milliseconds(500), ceiling: .seconds(30)),
        surroundings: ClientSurroundings = .machine
    ) {
        self.base = base
        self.token = token
        self.transport = transport
        self.retries = retries
        self.surroundings = surroundings
    }

    /// All that happens, for one reader at a time. Ends behind ``SocketNotice/ended(_:)``, or when its task is cancelled.
    public nonisolated var notices: SocketNotices<Language> { SocketNotices(socket: self) }

    /// Sends a frame. A subscription is remembered and made, or made again, whenever the socket is ready.
    ///
    /// - Throws: For any other frame, a failure of the kind `unreachable` while the socket is not ready.
    public func send(_ frame: Language.Frame, ref: String? = nil) async throws(TransportFailure) {
        let isSubscription = subscriptions.note(frame)
        guard isReady, let connection else {
            if isSubscription { return }
            throw TransportFailure(.unreachable, "the socket is not ready")
        }
        try await connection.send(Language.bytes(of: frame, ref: ref))
    }

    /// Ends the socket for good.
    public func close() async {
        end(.closed)
        await connection?.close()
    }

    func next() async -> SocketNotice<Language.Event>? {
        while !Task.isCancelled {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if hasEnded { break }
            if let connection { await receive(from: connection) } else { await connect() }
        }
        await connection?.close()
        connection = nil
        return nil
    }

    private func connect() async {
        do {
            if failures > 0 {
                try await surroundings.sleep(retries.wait(after: failures, share: surroundings.chance()))
            }
        } catch { return }
        do throws(TransportFailure) {
            let opened = try await transport.connect(
                to: base.socket + Language.path, offering: Language.subprotocols(token: token.text))
            guard !hasEnded else { return await opened.close() }
            connection = opened
            if let frame = Language.authentication(token: token.text) {
                try await opened.send(Language.bytes(of: frame))
            } else {
                try await becomeReady(opened)
            }
        } catch {
            await lose(error)
        }
    }

    private func receive(from connection: any SocketConnection) async {
        do throws(TransportFailure) {
            switch try await connection.receive() {
            case .text(let bytes): try await take(bytes, from: connection)
            case .closed(let code):
                if let code, !Language.mayRetry(code: code) { return end(.refused(code: code)) }
                await lose(TransportFailure(.interrupted, "the socket was closed"), code: code)
            }
        } catch {
            await lose(error)
        }
    }

    private func take(_ bytes: [UInt8], from connection: any SocketConnection) async throws(TransportFailure) {
        let event: Language.Event
        do throws(ContractBreach) {
            guard let known = try Language.event(from: bytes) else { return }
            event = known
        } catch {
            waiting.append(.contractBroken(error))
            return
        }
        if let notice = subscriptions.take(event) { waiting.append(notice) }
        if Language.isReady(event) { try await becomeReady(connection) }
    }

    private func becomeReady(_ connection: any SocketConnection) async throws(TransportFailure) {
        (isReady, failures) = (true, 0)
        for frame in subscriptions.resuming { try await connection.send(Language.bytes(of: frame)) }
    }

    private func lose(_ failure: TransportFailure, code: UInt16? = nil) async {
        guard !hasEnded, !Task.isCancelled else { return }
        let lost = connection
        (connection, isReady) = (nil, false)
        await lost?.close()
        failures += 1
        if failures >= retries.attempts { return end(.unreachable(failure)) }
        if lost != nil { waiting.append(.lost(code: code)) }
    }

    private func end(_ end: SocketEnd) {
        guard !hasEnded else { return }
        (hasEnded, isReady) = (true, false)
        waiting.append(.ended(end))
    }
}

/// What a socket's reader is told, as it happens.
public struct SocketNotices<Language: SocketLanguage>: AsyncSequence, Sendable {
    public typealias Element = SocketNotice<Language.Event>

    fileprivate let socket: SocketClient<Language>

    public func makeAsyncIterator() -> Iterator { Iterator(socket: socket) }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let socket: SocketClient<Language>

        public func next() async -> Element? { await socket.next() }
    }
}
