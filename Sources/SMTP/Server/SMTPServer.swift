/// The server that takes our mails, and how it is spoken to: what an `SMTP_URL` says.
///
/// `smtp://user:password@host:587` speaks TLS after STARTTLS and refuses to go on without;
/// `smtps://user:password@host:465` speaks TLS from the first byte. Certificates are always verified.
public struct SMTPServer: Sendable, Equatable {
    /// How the connection is protected.
    public enum Security: Sendable, Equatable {
        /// TLS from the first byte (RFC 8314).
        case implicitTLS
        /// TLS after STARTTLS, without which nothing is said.
        case startTLS
        /// None: on loopback addresses only.
        case plainText
    }

    /// Who we are to the server.
    public struct Credentials: Sendable, Equatable {
        public let user: String
        public let password: String
    }

    /// A name or an address, an IPv6 address without its brackets.
    public let host: String
    public let port: Int
    public let security: Security
    public let credentials: Credentials?
    /// A file of certificates, as PEM, to trust besides those of the system.
    public let certificateAuthorityFile: String?

    /// Reads an SMTP URL.
    ///
    /// The port defaults to 587, and to 465 with `smtps`. Parameters: `ca=/path` names a file of certificates to
    /// trust, `starttls=always` and `starttls=never` say what to do on a loopback address, where the default is
    /// `never`; elsewhere it is `always`, and `never` is refused.
    public init(url: String) throws(SMTPURLError) {
        let parts = try SMTPURLParts(url)
        host = parts.host
        credentials = parts.credentials
        security = try Self.security(of: parts)
        port = parts.port ?? (security == .implicitTLS ? 465 : 587)
        certificateAuthorityFile = parts.parameters["ca"]
        if let file = certificateAuthorityFile, !file.hasPrefix("/") || file.contains("\0") || security == .plainText {
            throw .certificateAuthority
        }
    }

    private static func security(of parts: SMTPURLParts) throws(SMTPURLError) -> Security {
        let isLoopback = Loopback.contains(parts.host)
        switch (parts.isImplicitTLS, parts.parameters["starttls"]) {
        case (true, nil): return .implicitTLS
        case (false, nil): return isLoopback ? .plainText : .startTLS
        case (false, "always"): return .startTLS
        case (false, "never"):
            guard isLoopback else { throw .plainText }
            return .plainText
        default: throw .startTLS
        }
    }
}

extension SMTPServer: CustomStringConvertible {
    /// Scheme, host and port: what may be logged.
    public var description: String {
        "\(security == .implicitTLS ? "smtps" : "smtp")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}

extension SMTPServer: CustomReflectable {
    /// Without the credentials, so that no dump shows them.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}

extension SMTPServer.Credentials: CustomStringConvertible, CustomReflectable {
    public var description: String { "(redacted)" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
