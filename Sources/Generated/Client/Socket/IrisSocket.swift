// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

/// Delivers what happens in channels as it happens.
public enum IrisSocket: SocketLanguage {
    /// What the server sends.
    public enum Event: Sendable {
        case ready(ReadyEvent)
        case subscribed(SubscribedEvent)
        case unsubscribed(UnsubscribedEvent)
        case pong(PongEvent)
        case error(ErrorEvent)
        case messageCreated(MessageCreatedEvent)
        case messageUpdated(MessageUpdatedEvent)
        case messageDeleted(MessageDeletedEvent)
        case readMoved(ReadMovedEvent)
        case typingChanged(TypingChangedEvent)
        case presenceChanged(PresenceChangedEvent)
        case memberAdded(MemberAddedEvent)
        case memberRemoved(MemberRemovedEvent)
        case channelUpdated(ChannelUpdatedEvent)
    }

    public static var path: String { SocketContract.path }
    public static func subprotocols(token: String) -> [String] { [SocketContract.subprotocol] }
    public static func authentication(token: String) -> ClientFrame? { .auth(AuthFrame(token: .init(trusted: token))) }
    public static func isReady(_ event: Event) -> Bool { if case .ready = event { true } else { false } }
    public static func mayRetry(code: UInt16) -> Bool { SocketClose(rawValue: code)?.mayRetry ?? true }

    public static func content(of frame: ClientFrame) -> (type: String, fields: RequestBody) {
        switch frame {
        case .auth(let frame): ("auth", ["token": frame.token])
        case .subscribe(let frame): ("subscribe", ["channel_id": frame.channelId, "after_seq": frame.afterSeq])
        case .unsubscribe(let frame): ("unsubscribe", ["channel_id": frame.channelId])
        case .typing(let frame): ("typing", ["channel_id": frame.channelId, "is_typing": frame.isTyping])
        case .read(let frame): ("read", ["channel_id": frame.channelId, "seq": frame.seq])
        case .presence(let frame): ("presence", ["state": frame.state])
        case .ping: ("ping", [:])
        }
    }

    public static func read(_ type: String, _ fields: inout ObjectReader) throws(BrokenRecord) -> Event? {
        switch type {
        case ReadyEvent.type: try .ready(ReadyEvent(&fields))
        case SubscribedEvent.type: try .subscribed(SubscribedEvent(&fields))
        case UnsubscribedEvent.type: try .unsubscribed(UnsubscribedEvent(&fields))
        case PongEvent.type: try .pong(PongEvent(&fields))
        case ErrorEvent.type: try .error(ErrorEvent(&fields))
        case MessageCreatedEvent.type: try .messageCreated(MessageCreatedEvent(&fields))
        case MessageUpdatedEvent.type: try .messageUpdated(MessageUpdatedEvent(&fields))
        case MessageDeletedEvent.type: try .messageDeleted(MessageDeletedEvent(&fields))
        case ReadMovedEvent.type: try .readMoved(ReadMovedEvent(&fields))
        case TypingChangedEvent.type: try .typingChanged(TypingChangedEvent(&fields))
        case PresenceChangedEvent.type: try .presenceChanged(PresenceChangedEvent(&fields))
        case MemberAddedEvent.type: try .memberAdded(MemberAddedEvent(&fields))
        case MemberRemovedEvent.type: try .memberRemoved(MemberRemovedEvent(&fields))
        case ChannelUpdatedEvent.type: try .channelUpdated(ChannelUpdatedEvent(&fields))
        default: nil
        }
    }

    public static func effect(of frame: ClientFrame) -> SubscriptionEffect? {
        switch frame {
        case .subscribe(let frame): .begins(frame.channelId.queryText)
        case .unsubscribe(let frame): .ends(frame.channelId.queryText)
        default: nil
        }
    }
    public static func resuming(_ frame: ClientFrame, behind place: Int) -> ClientFrame {
        guard case .subscribe(let frame) = frame else { return frame }
        return .subscribe(SubscribeFrame(channelId: frame.channelId, afterSeq: .init(trusted: place)))
    }
    public static func place(of event: Event) -> SocketPlace? {
        switch event {
        case .messageCreated(let event): SocketPlace(event.channelId, event.seq.value)
        case .messageUpdated(let event): SocketPlace(event.channelId, event.seq.value)
        case .messageDeleted(let event): SocketPlace(event.channelId, event.seq.value)
        case .subscribed(let event): SocketPlace(event.channelId, event.lastSeq.value, isRecovered: event.recovered)
        default: nil
        }
    }
}

extension IrisClient {
    /// The socket with this client's address; it is opened by the first look at its notices.
    public func socket(token: ClientToken, transport: any SocketTransport) -> SocketClient<IrisSocket> {
        SocketClient(base: client.base, token: token, transport: transport)
    }
}
