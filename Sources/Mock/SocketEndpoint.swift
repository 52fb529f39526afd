import Contract
import HTTPTypes
import Listening
import Mocking

/// Opens sockets where the contract has one.
struct SocketEndpoint: Sendable {
    let current: CurrentAPI
    let chatter: Duration?

    var listening: WebSocketEndpoint {
        // The path may change with the spec, so every one is looked at.
        WebSocketEndpoint(path: nil, decide: decide)
    }

    private func decide(_ upgrade: UpgradeRequest) -> UpgradeDecision {
        let api = current.value
        let request = MockRequest(
            method: "GET", target: upgrade.head.path ?? "/", headers: upgrade.head.headerFields.pairs)
        guard let socket = api.contract.socket, socket.path == upgrade.path else {
            return refuse(api.answer(request), "(no socket)")
        }
        let token = SocketToken(in: request, subprotocols: upgrade.subprotocols, for: socket)
        if let refusal = api.refusal(of: request, presenting: token, for: socket) {
            return refuse(refusal, socket.path)
        }
        Terminal.say("GET \(socket.path) 101")
        let agreed = upgrade.subprotocols.contains(socket.subprotocol) ? socket.subprotocol : nil
        return .accept(subprotocol: agreed) { connection in
            let session = MockSocket(api, socket, page: request.header("Origin"))
            await SocketSession(connection: connection, patience: .seconds(socket.authSeconds), chatter: chatter)
                .run(session, presenting: token)
        }
    }

    private func refuse(_ answer: MockResponse, _ route: String) -> UpgradeDecision {
        Terminal.say("GET \(answer.operation?.route.template ?? route) \(answer.status)")
        return .refuse(HTTPResponse.Status(code: answer.status), headers: answer.fields, body: answer.body)
    }
}
