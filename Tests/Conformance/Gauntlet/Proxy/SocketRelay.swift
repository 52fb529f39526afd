import NIOCore
import NIOWebSocket
import Synchronization

/// Carries frames between the suite's end of a socket and the deployment's.
struct SocketRelay: Sendable {
    typealias Frames = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>
    typealias Writer = NIOAsyncChannelOutboundWriter<WebSocketFrame>

    let client: Frames
    let deployment: Frames
    let token: String?
    let mutator: Mutator

    private static let count = Atomic(0)

    func run() async throws {
        let line = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        let scene = Scene(line: line, token: token, knowledge: mutator.knowledge)
        defer { mutator.leave(line) }
        try await client.executeThenClose { fromClient, toClient in
            try await deployment.executeThenClose { fromDeployment, toDeployment in
                mutator.join(line) { event in try? await toClient.write(Self.text(event, isMasked: false)) }
                await withTaskGroup(of: Bool.self) { group in
                    group.addTask {
                        (try? await carryFrames(fromClient, toDeployment, toClient, scene)) ?? true
                    }
                    group.addTask { (try? await carryEvents(fromDeployment, toClient, scene)) ?? true }
                    // Whoever ends first ends the other one too, unless a mutant keeps the socket open.
                    while let isOver = await group.next() {
                        if isOver { break }
                    }
                    group.cancelAll()
                }
            }
        }
    }

    /// Answers whether the socket is over.
    private func carryFrames(
        _ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>, _ onward: Writer, _ back: Writer, _ scene: Scene
    ) async throws -> Bool {
        for try await frame in inbound {
            let data = frame.unmaskedData
            guard frame.opcode == .text, frame.fin, let json = try? JSONParser.parse(Array(data.readableBytesView))
            else {
                try? await onward.write(Self.same(frame))
                continue
            }
            switch mutator.fate(of: json, scene) {
            case .pass(let passed) where passed == json: try? await onward.write(Self.same(frame))
            case .pass(let passed): try? await onward.write(Self.text(passed, isMasked: true))
            case .answered(let events): for event in events { try await back.write(Self.text(event, isMasked: false)) }
            }
        }
        return true
    }

    private func carryEvents(
        _ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>, _ back: Writer, _ scene: Scene
    ) async throws -> Bool {
        var staysOpen = false
        for try await frame in inbound {
            let data = frame.unmaskedData
            if frame.opcode == .connectionClose, data.readableBytes >= 2 {
                let bytes = Array(data.readableBytesView)
                let code = Int(bytes[0]) << 8 | Int(bytes[1])
                guard let told = mutator.close(code) else {
                    staysOpen = true
                    continue
                }
                let rest = [UInt8(told >> 8 & 0xFF), UInt8(told & 0xFF)] + bytes[2...]
                try await back.write(
                    WebSocketFrame(
                        fin: true, opcode: .connectionClose, data: ByteBuffer(bytes: told == code ? bytes : rest)))
            } else if frame.opcode == .text, frame.fin,
                let json = try? JSONParser.parse(Array(data.readableBytesView))
            {
                let heard = await mutator.heard(json, scene)
                if heard == [json] {
                    try await back.write(Self.same(frame))
                } else {
                    for event in heard { try await back.write(Self.text(event, isMasked: false)) }
                }
            } else {
                try await back.write(Self.same(frame))
            }
        }
        return !staysOpen
    }

    /// The same frame, masked as it came.
    private static func same(_ frame: WebSocketFrame) -> WebSocketFrame {
        WebSocketFrame(
            fin: frame.fin, rsv1: frame.rsv1, rsv2: frame.rsv2, rsv3: frame.rsv3, opcode: frame.opcode,
            maskKey: frame.maskKey, data: frame.unmaskedData)
    }

    private static func text(_ json: JSON, isMasked: Bool) -> WebSocketFrame {
        WebSocketFrame(
            fin: true, opcode: .text, maskKey: isMasked ? .random() : nil,
            data: ByteBuffer(string: json.description))
    }
}
