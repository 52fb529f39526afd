import COpenSSL
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// The opening handshake of RFC 6455, section 4.2.
enum Handshake {
    /// An answer to a request that cannot be upgraded as it stands.
    struct Refusal: Error {
        let status: HTTPResponse.Status
        var headers: HTTPFields = [:]
        let reason: String
    }

    /// Whether the request asks for a WebSocket at all. HTTP/1.0 knows no upgrade.
    static func isAsked(by head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.version.major == 1 && head.version.minor >= 1
            && head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
            && head.headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
    }

    /// Checks the rest of what a client must send.
    static func check(_ head: HTTPRequestHead) throws(Refusal) {
        guard head.headers["host"].count == 1 else {
            throw Refusal(status: .badRequest, reason: "one Host header is needed")
        }
        guard head.headers["sec-websocket-version"] == ["13"] else {
            throw Refusal(
                status: .upgradeRequired, headers: [.secWebSocketVersion: "13", .upgrade: "websocket"],
                reason: "Sec-WebSocket-Version must be 13")
        }
        let keys = head.headers["sec-websocket-key"]
        guard keys.count == 1, let key = keys.first, isKey(key) else {
            throw Refusal(status: .badRequest, reason: "Sec-WebSocket-Key must be 16 bytes in base64")
        }
        let lengths = head.headers["content-length"]
        guard !head.headers.contains(name: "transfer-encoding"), lengths.allSatisfy({ $0 == "0" }) else {
            throw Refusal(status: .badRequest, reason: "a request to upgrade has no body")
        }
    }

    /// The 101, byte by byte. The header fields' type admits no line breaks.
    static func opening(for request: UpgradeRequest, subprotocol: String?, headers: HTTPFields) -> ByteBuffer {
        var fields = headers
        fields[.upgrade] = "websocket"
        fields[.connection] = "Upgrade"
        fields[.secWebSocketAccept] = answer(to: request.head.headerFields[.secWebSocketKey] ?? "")
        fields[.secWebSocketProtocol] = subprotocol
        var bytes = ByteBuffer(string: "HTTP/1.1 101 Switching Protocols\r\n")
        for field in fields { bytes.writeString("\(field.name.rawName): \(field.value)\r\n") }
        bytes.writeString("\r\n")
        return bytes
    }

    /// Base64 of the SHA-1 of the key and the protocol's own GUID (section 4.2.2).
    static func answer(to key: String) -> String {
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        guard EVP_Digest(text, text.count, &digest, nil, EVP_sha1(), nil) == 1 else { return "" }
        var encoded = [UInt8](repeating: 0, count: 29)
        let length = EVP_EncodeBlock(&encoded, digest, Int32(digest.count))
        return String(decoding: encoded.prefix(Int(length)), as: UTF8.self)
    }

    /// 16 bytes are 22 digits, of which the last carries four bits only, and two signs of padding.
    private static func isKey(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        guard bytes.count == 24, bytes[22...] == [0x3D, 0x3D] else { return false }
        return bytes[..<22].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
    }
}
