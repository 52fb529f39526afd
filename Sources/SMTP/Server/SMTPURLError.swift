/// What is wrong with an SMTP URL. It never repeats any of the URL: what stands in a wrong place may be the password.
public enum SMTPURLError: Error, Equatable, CustomStringConvertible {
    /// It begins neither with `smtp://` nor with `smtps://`.
    case scheme
    /// No host, or one with characters that no host has.
    case host
    /// The port is no number from 1 to 65535.
    case port
    /// A user without a password, a password without a user, or control characters in one of them.
    case credentials
    /// A `%` without two hexadecimal digits, or what they say is not UTF-8.
    case percentEncoding
    /// A path or a fragment.
    case path
    /// A parameter other than `starttls` and `ca`, or one given twice.
    case parameter
    /// `starttls` is neither `always` nor `never`, or is given with `smtps://`.
    case startTLS
    /// `starttls=never` with a host that is not a loopback address.
    case plainText
    /// `ca` is not an absolute path, or given where no TLS is used.
    case certificateAuthority

    public var description: String {
        let reminder = "in user and password, write / ? # @ : % in percent-encoding"
        return switch self {
        case .scheme: "the SMTP URL must begin with smtp:// or smtps://"
        case .host: "the SMTP URL has no valid host (\(reminder))"
        case .port: "the SMTP URL's port is not a number from 1 to 65535 (\(reminder))"
        case .credentials: "the SMTP URL must have both a user and a password, or neither: smtp://user:password@host"
        case .percentEncoding: "the SMTP URL has a % that no two hexadecimal digits of UTF-8 follow; write % as %25"
        case .path:
            "the SMTP URL has a path or a fragment; it ends after the host, the port and ?parameters (\(reminder))"
        case .parameter: "the SMTP URL has a parameter that is not starttls or ca, or has one twice (\(reminder))"
        case .startTLS: "the SMTP URL's starttls must be always or never, and has no meaning with smtps://"
        case .plainText: "the SMTP URL says starttls=never, which is allowed for loopback addresses only"
        case .certificateAuthority: "the SMTP URL's ca must be an absolute path, on a connection that uses TLS"
        }
    }
}
