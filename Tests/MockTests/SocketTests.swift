import Foundation
import PythonPeer
import Testing

@Suite("the mock's socket, asked by another's client")
struct SocketTests {
    private static let channel = "0190a5b0-1234-7000-8000-0000000000ab"

    private static let program = """
        import aiohttp, asyncio, sys
        base, channel = sys.argv[1:]
        async def main():
            async with aiohttp.ClientSession() as session:
                async with session.ws_connect(base + "/ws", protocols=["iris.v1", "bearer.iris_chat_x"]) as socket:
                    print(socket.protocol, (await socket.receive_json())["type"])
                    await socket.send_json({"type": "subscribe", "channel_id": channel, "ref": "r1"})
                    answer = await socket.receive_json()
                    print(answer["type"], answer["ref"], answer["channel_id"] == channel)
                    heard = await socket.receive_json()
                    print("heard", heard.get("channel_id", channel) == channel, "." in heard["type"])
                async with session.ws_connect(base + "/ws") as socket:
                    await socket.send_str('{"type":"auth","token":"iris_ses_unknown"}')
                    print((await socket.receive()).type.name, socket.close_code)
                try:
                    await session.ws_connect(base + "/ws?token=iris_inv_x")
                except aiohttp.WSServerHandshakeError as error:
                    print(error.status)
        asyncio.run(main())
        """

    @Test("a token opens it, a subscription hears events, and a bad token is told its close code")
    func conversation() async throws {
        let said = try await RunningMock.with(spec: SpecCopy.original, ["--chatter", "1"]) { mock in
            try await Self.output(of: ["-c", Self.program, mock.base, Self.channel])
        }
        #expect(
            said == """
                iris.v1 ready
                subscribed r1 True
                heard True True
                CLOSE 4401
                401

                """)
    }

    private static func output(of arguments: [String]) async throws -> String {
        let process = try PythonPeer.process(arguments)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
