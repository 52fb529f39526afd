/// What all conversations of a client have in common.
struct TransferSetup: Sendable {
    let server: SMTPServer
    let url: String
    let connectMilliseconds: Int
    let totalMilliseconds: Int

    init(server: SMTPServer, clientName: String?, limits: SMTPClient.Limits) {
        self.server = server
        // libcurl greets with the URL's path. A name that is not one would become a part of the command, so it is left out.
        let isName = clientName?.utf8.allSatisfy { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        url = isName == true ? "\(server)/\(clientName ?? "")" : server.description
        connectMilliseconds = limits.connect.wholeMilliseconds
        totalMilliseconds = limits.total.wholeMilliseconds
    }
}

extension Duration {
    /// At least 1, for libcurl takes 0 as "for ever", and no more than a `long` of 32 bits holds.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let bounded = min(max(seconds, 0), 2_000_000)
        return max(1, Int(bounded) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
