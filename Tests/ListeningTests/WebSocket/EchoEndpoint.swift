import Listening

/// At /ws, echoes what it gets.
func echoEndpoint(_ limits: WebSocketLimits = WebSocketLimits()) -> WebSocketEndpoint {
    WebSocketEndpoint(path: "/ws", limits: limits) { _ in
        .accept { connection in
            for await message in connection.messages { connection.send(EncodedFrame(message)) }
        }
    }
}

/// At /ws, reads nothing by itself and hands each connection to the test, until it is closed.
func givingEndpoint(
    _ limits: WebSocketLimits = WebSocketLimits()
) -> (endpoint: WebSocketEndpoint, connections: AsyncStream<WebSocketConnection>) {
    let (connections, given) = AsyncStream.makeStream(of: WebSocketConnection.self)
    let endpoint = WebSocketEndpoint(path: "/ws", limits: limits) { _ in
        .accept { connection in
            given.yield(connection)
            _ = await connection.closed
        }
    }
    return (endpoint, connections)
}
