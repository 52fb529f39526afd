import Foundation

/// The mail server that keeps the mails and how it is spoken to: `imaps://user@host:993/INBOX`.
struct IMAPServer: Equatable, Sendable {
    let host: String
    let port: Int
    let user: String
    /// The folder that is read.
    let folder: String
    /// TLS from the first byte. Without it STARTTLS is demanded, save on a loopback address.
    let isImplicitTLS: Bool

    /// What is wrong with an address.
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    /// - Throws: `Malformed`, also for an address with a password in it: it would be seen by whoever lists processes.
    init(url: String) throws {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["imap", "imaps"].contains(scheme), let host = parts.host, !host.isEmpty
        else { throw Malformed(description: "an address such as imaps://user@mail.example.org/INBOX was expected") }
        guard parts.password == nil else {
            throw Malformed(description: "an address holds no password: name it in the environment or a file")
        }
        guard let user = parts.user, !user.isEmpty else {
            throw Malformed(description: "the address has no user: imaps://USER@\(host)")
        }
        guard ![user, parts.path].contains(where: { $0.contains(where: { $0.isNewline || $0 == "\0" }) }) else {
            throw Malformed(description: "the address has a line end in it")
        }
        isImplicitTLS = scheme == "imaps"
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        self.user = user
        port = parts.port ?? (isImplicitTLS ? 993 : 143)
        let path = parts.path.drop { $0 == "/" }
        folder = path.isEmpty ? "INBOX" : String(path)
    }

    var isLoopback: Bool { ["localhost", "::1"].contains(host) || host.hasPrefix("127.") }
}
