import Generated
import HTTPTypes
import Hummingbird
import Listening
import Logging
import Runtime

/// Where sockets are opened: recognises a token that comes with the upgrade, and answers as HTTP does if it is refused.
struct SocketEndpoint: Sendable {
    let hub: Hub
    let database: Database
    let gate: ServerGate
    let locator: ClientLocator
    let headers: ReplyHeaders
    let origins: PageOrigins
    /// The time within which a socket without a token must present one.
    let authTime: Duration
    let logger: Logger

    var listening: WebSocketEndpoint {
        WebSocketEndpoint(
            path: SocketContract.path,
            limits: WebSocketLimits(
                messageSize: SocketContract.frameLimit, pingInterval: .seconds(SocketContract.heartbeatSeconds),
                slowConsumer: CloseCode(rawValue: SocketClose.slowConsumer.code) ?? .tryAgainLater),
            decide: decide)
    }

    private func decide(_ request: UpgradeRequest) async -> UpgradeDecision {
        let fields = request.head.headerFields
        let origin = locator.origin(
            peer: request.peer?.ipAddress, forwarded: fields.all("X-Forwarded-For"), page: fields.all("Origin"))
        let subprotocol = SocketContract.subprotocol
        let agreed = request.subprotocols.contains(subprotocol) ? subprotocol : nil
        do {
            let admitted = try await admitted(PresentedToken(in: request), from: origin)
            return .accept(subprotocol: agreed) { connection in
                await SocketSession(endpoint: self, connection: connection, origin: origin).run(as: admitted)
            }
        } catch {
            let response = refusal(for: error, from: origin).response(to: origin)
            return .refuse(
                HTTPResponse.Status(code: response.status),
                headers: headers.all(for: response, requestId: origin.requestId), body: response.body)
        }
    }

    private func admitted(_ presented: PresentedToken, from origin: RequestOrigin) async throws -> Admitted? {
        switch presented {
        case .none: nil
        case .token(let token): try await admit(token, from: origin)
        case .unusable: throw Refusal(.unauthenticated)
        }
    }

    /// Whom a token belongs to, if they may open a socket from there.
    func admit(_ token: SocketToken, from origin: RequestOrigin) async throws -> Admitted {
        let caller = try await SocketCaller(token: token.text, from: origin, gate: gate)
        try await origins.check(caller, from: origin)
        return Admitted(caller: caller, credential: Credential(caller, token: token))
    }

    /// What an error says to the client. What is no refusal is a fault of ours, and is logged.
    func refusal(for error: any Error, from origin: RequestOrigin) -> Refusal {
        if let refusal = error as? Refusal { return refusal }
        let fault = AccessLog.describe(error)
        logger.error("socket", metadata: ["request": "\(origin.requestId)", "fault": "\(fault)"])
        return Refusal(gate.isOutage(error) ? .unavailable : .internal)
    }
}

/// Somebody who may have a socket.
struct Admitted: Sendable {
    let caller: SocketCaller
    let credential: Credential
}
