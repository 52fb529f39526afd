import Glibc

/// An address of the internet protocol. An IPv4 address that is written as an IPv6 one (`::ffff:192.0.2.1`) is what
/// it stands for: sockets that take both kinds show IPv4 peers so.
struct IPAddress: Hashable, Sendable {
    /// Four bytes, or sixteen, in network order.
    let bytes: [UInt8]

    /// Nil for anything but an address: no port, no brackets, no zone.
    init?(_ text: String) {
        // A zero byte would end the text early where C reads it.
        guard !text.utf8.contains(0) else { return nil }
        var (four, sixteen) = ([UInt8](repeating: 0, count: 4), [UInt8](repeating: 0, count: 16))
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = four
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            let isMapped = sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10...11] == [0xFF, 0xFF]
            bytes = isMapped ? Array(sixteen[12...]) : sixteen
        } else {
            return nil
        }
    }

    /// What proxies write: an address alone, or with a port behind it, an IPv6 one then in brackets.
    init?(forwarded text: String) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || Self.isPort(rest) else { return nil }
            self.init(String(text[text.index(after: text.startIndex)..<end]))
        } else if let colon = text.firstIndex(of: ":"), text.contains("."), Self.isPort(text[colon...]) {
            self.init(String(text[..<colon]))
        } else {
            self.init(text)
        }
    }

    /// A colon and up to five digits.
    private static func isPort(_ text: Substring) -> Bool {
        text.first == ":" && 2...6 ~= text.utf8.count && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1] }

    /// In its shortest usual form.
    var text: String { Self.text(of: bytes) }

    /// What limits count by: an IPv4 address as it is; of an IPv6 address the first 64 bits, as one customer of a
    /// provider has at least all addresses that begin with them.
    var network: String {
        bytes.count == 4 ? text : Self.text(of: bytes.prefix(8) + Array(repeating: 0, count: 8)) + "/64"
    }

    private static func text(of bytes: [UInt8]) -> String {
        var characters = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &characters, socklen_t(characters.count)) != nil else { return "" }
        return String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
