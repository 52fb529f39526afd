import Generated
import Listening
import Runtime

/// One client's socket from its upgrade to its end.
struct SocketSession: Sendable {
    /// Frames in a row that cannot be understood, after which the socket is ended.
    static let patience = 3
    /// Channels that one socket may listen to at a time.
    static let subscriptionLimit = 100

    let endpoint: SocketEndpoint
    let connection: WebSocketConnection
    let origin: RequestOrigin

    /// - Parameter admitted: Nil when the upgrade carried no token.
    func run(as admitted: Admitted?) async {
        var messages = connection.messages.makeAsyncIterator()
        var (admitted, ref) = (admitted, FrameRef?.none)
        if admitted == nil {
            guard let frame = await authFrame(from: &messages) else { return }
            ref = frame.ref
            do {
                admitted = try await endpoint.admit(frame.content.token, from: origin)
            } catch {
                let code = endpoint.refusal(for: error, from: origin).code
                return connection.end(SocketClose(for: code) ?? .internal)
            }
        }
        guard let admitted else { return }
        let socket = OpenSocket(
            participant: Participant(admitted.caller), credential: admitted.credential, sink: connection,
            showsPresence: admitted.caller.may(send: .presence(PresenceFrame(state: .online))))
        guard endpoint.hub.open(socket) else { return connection.end(.tooManySockets) }
        await serve(socket, as: admitted.caller, answering: ref, &messages)
        endpoint.hub.close(socket, with: nil)
    }

    /// The frame with the token, which must be the first and come in time; anything else ends the socket.
    private func authFrame(
        from messages: inout WebSocketMessages.AsyncIterator
    ) async -> (content: AuthFrame, ref: FrameRef?)? {
        // Leaving this function cancels it.
        async let _ = closing(after: endpoint.authTime, as: .authTimeout)
        guard let message = await messages.next() else { return nil }
        guard case .text(let text) = message else {
            connection.end(.unsupportedData)
            return nil
        }
        let frame = ReceivedFrame(Array(text.utf8))
        guard case .success(.auth(let content)) = frame.content else {
            connection.end(.badFrame)
            return nil
        }
        return (content, frame.ref)
    }

    private func serve(
        _ socket: OpenSocket, as caller: SocketCaller, answering ref: FrameRef?,
        _ messages: inout WebSocketMessages.AsyncIterator
    ) async {
        let term: CredentialStanding.Term?
        do {
            // The token may have been revoked between its recognition and the hub's taking the socket in. From here on
            // the hub hears of it.
            term = try await standing.term(of: socket.credential)
        } catch {
            let code = endpoint.refusal(for: error, from: origin).code
            return connection.end(SocketClose(for: code) ?? .internal)
        }
        guard let term else { return connection.end(.unauthenticated) }
        answer(
            ReadyEvent(
                ref: ref, caller: socket.sender,
                heartbeatSeconds: HeartbeatSeconds(trusted: SocketContract.heartbeatSeconds),
                expiresAt: term.expiresAt))
        async let _ = ending(socket, at: term.expiresAt)
        await takeFrames(of: socket, as: caller, &messages)
    }

    private func takeFrames(
        of socket: OpenSocket, as caller: SocketCaller, _ messages: inout WebSocketMessages.AsyncIterator
    ) async {
        var allowance = FrameAllowance()
        var badInARow = 0
        while let message = await messages.next() {
            guard allowance.admits() else { return connection.end(.tooManyFrames) }
            guard case .text(let text) = message else { return connection.end(.unsupportedData) }
            let frame = ReceivedFrame(Array(text.utf8))
            switch frame.content {
            case .success(let content):
                badInARow = 0
                await carryOut(content, ref: frame.ref, of: socket, as: caller)
            case .failure(let problem):
                badInARow += 1
                guard badInARow < Self.patience else { return connection.end(.badFrame) }
                answer(ErrorEvent(problem, ref: frame.ref))
            }
        }
    }

    func answer(_ event: some ServerEvent) { connection.send(EncodedFrame(event)) }

    private func closing(after duration: Duration, as close: SocketClose) async {
        guard (try? await Task.sleep(for: duration)) != nil else { return }
        connection.end(close)
    }

    private var standing: CredentialStanding { CredentialStanding(database: endpoint.database) }

    private static let nap = Duration.seconds(60)

    /// Ends the socket when its token's time is over, unless a refresh has given its session more.
    private func ending(_ socket: OpenSocket, at expiry: Timestamp?) async {
        var expiry = expiry
        while let end = expiry {
            let left = Duration.microseconds(end.microseconds - Timestamp.now().microseconds)
            // A sleep that is cancelled leaves its timer behind until its time: a day's would gather with every socket.
            guard (try? await Task.sleep(for: min(max(left, .zero), Self.nap))) != nil else { return }
            if left > Self.nap { continue }
            do {
                guard let term = try await standing.term(of: socket.credential), term.expiresAt != end else {
                    return endpoint.hub.close(socket, with: .sessionEnded)
                }
                expiry = term.expiresAt
            } catch {
                // Whether the session goes on cannot be found out just now.
                return endpoint.hub.close(socket, with: .tryAgainLater)
            }
        }
    }
}
