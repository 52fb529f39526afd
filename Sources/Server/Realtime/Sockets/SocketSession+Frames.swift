import Generated
import Listening
import Runtime

/// What the frames of a client do.
extension SocketSession {
    /// Why a frame was not carried out.
    struct Problem: Error {
        let code: SocketProblem
    }

    func carryOut(_ frame: ClientFrame, ref: FrameRef?, of socket: OpenSocket, as caller: SocketCaller) async {
        do {
            guard caller.may(send: frame) else { throw Problem(code: .insufficientScope) }
            switch frame {
            case .auth: answer(ErrorEvent(ref: ref, code: .invalidFrame, message: .isAuthenticated))
            case .subscribe(let frame): try await subscribe(frame, ref: ref, of: socket)
            case .unsubscribe(let frame):
                endpoint.hub.unsubscribe(socket, from: frame.channelId)
                answer(UnsubscribedEvent(ref: ref, channelId: frame.channelId))
            case .typing(let frame): try await showTyping(frame, of: socket, as: caller)
            case .read(let frame): try await markRead(frame, of: socket, as: caller)
            case .presence(let frame): endpoint.hub.show(frame.state, by: socket)
            case .ping: answer(PongEvent(ref: ref))
            }
        } catch let problem as Problem {
            answer(ErrorEvent(ref: ref, code: problem.code, message: problem.code.message))
        } catch {
            let code = SocketProblem(endpoint.refusal(for: error, from: origin).code)
            answer(ErrorEvent(ref: ref, code: code, message: code.message))
        }
    }

    private func subscribe(_ frame: SubscribeFrame, ref: FrameRef?, of socket: OpenSocket) async throws {
        let channels = socket.channels
        let key = ChannelKey(tenant: socket.participant.tenant, channel: frame.channelId)
        guard channels.count < Self.subscriptionLimit || channels.contains(key) else {
            throw Problem(code: .rateLimited)
        }
        let outcome = try await endpoint.hub.subscribe(socket, to: frame.channelId, after: frame.afterSeq) {
            SubscribedEvent(ref: ref, channelId: frame.channelId, lastSeq: $0, recovered: $1)
        }
        guard outcome == .live else { throw Problem(code: .notFound) }
    }

    private func showTyping(_ frame: TypingFrame, of socket: OpenSocket, as caller: SocketCaller) async throws {
        try checkMayWrite(caller)
        let key = ChannelKey(tenant: socket.participant.tenant, channel: frame.channelId)
        // Who listens to a channel is in it, and does not hear of its own typing; of others the database knows.
        guard endpoint.hub.isLive(socket, in: key) else {
            let notice = try await channels(of: socket).showTyping(frame.isTyping, in: frame.channelId)
            guard notice != nil else { throw Problem(code: .notFound) }
            return
        }
        endpoint.hub.publish(
            TypingChangedEvent(channelId: frame.channelId, sender: socket.sender, isTyping: frame.isTyping),
            seq: nil, in: key, except: socket)
    }

    private func markRead(_ frame: ReadFrame, of socket: OpenSocket, as caller: SocketCaller) async throws {
        try checkMayWrite(caller)
        let mark = try await channels(of: socket).read(upTo: frame.seq, in: frame.channelId)
        guard mark != nil else { throw Problem(code: .notFound) }
    }

    private func channels(of socket: OpenSocket) -> ChannelAccess {
        ChannelAccess(database: endpoint.database, hub: endpoint.hub, participant: socket.participant)
    }

    /// Viewers look on: the same acts are refused to them by request.
    private func checkMayWrite(_ caller: SocketCaller) throws {
        if case .session(let caller) = caller, caller.principal.role == .viewer { throw Problem(code: .forbidden) }
    }
}
