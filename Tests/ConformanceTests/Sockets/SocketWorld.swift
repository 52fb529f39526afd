import Contract
import Listening

@testable import Conformance

/// What the checks of sockets start from, where the deployment is a peer of the test's own.
enum SocketWorld {
    /// Two workspaces of the peer, each with a key, a channel and a conversation.
    static func make(_ run: Run) async throws -> World {
        World(
            run: run, first: try await workspace(run, "key-one"), second: .success(try await workspace(run, "key-two")))
    }

    private static func workspace(_ run: Run, _ key: String) async throws -> Workspace {
        var workspace = Workspace(
            run: run,
            values: ["key": key, "session": "no_session", "operator": "no_operator", "viewer": "no_viewer"])
        let grant = try await workspace.call(
            "openChatSession", ["external_user_id": .json(run.fresh("ExternalUserId"))], token: "key")
        workspace.keep("conversation", grant.at(["chat", "channel_id"]))
        let channel = try await workspace.call(
            "createChannel", ["name": .text("Peer"), "channel_type": .text("support")], token: "key")
        workspace.keep("channel", channel["channel_id"])
        let message = try await workspace.call(
            "postMessage", ["channel_id": .kept("channel"), "content": .text("Hello")], token: "key")
        try await workspace.call("getMessage", ["message_id": .json(message["message_id"] ?? .null)], token: "key")
        return workspace
    }

    /// Every check of sockets, by its id, against requests that are right and a socket that may not be.
    ///
    /// - Parameter endpoint: Instead of the peer's own socket.
    static func outcomes(
        of fault: ChatPeer.Fault, endpoint: WebSocketEndpoint? = nil, patience: Duration, only ids: Set<String>? = nil
    ) async throws -> [String: Outcome] {
        let peer = ChatPeer(fault)
        var outcomes: [Outcome] = []
        try await ScriptedPeer.with({ try await peer.answer($0) }, webSocket: endpoint ?? peer.endpoint) { base in
            let target = Target(base: base, patience: 0)
            let run = Run(
                contract: try OwnContract.load(), target: target, mailbox: nil, seed: 7, patience: patience)
            do {
                let checks = try await CheckPlan(world: make(run)).checks().filter {
                    $0.group == "realtime" && ids?.contains($0.id) != false
                }
                outcomes = await CheckRunner(run: run, width: 8).perform(checks)
                await target.shutdown()
            } catch {
                await target.shutdown()
                throw error
            }
        }
        return Dictionary(outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
