/// Why a mail was not taken by the server, or the server not reached. It has no address, no text of a mail and no
/// credentials in it, nor the server's own words, which may repeat any of them.
public struct SMTPFailure: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is.
    public enum Reason: Sendable, Equatable {
        /// The server answered no: to the mail, or before it came to that.
        case refused
        /// The mail needs an extension that the server or libcurl lacks.
        case unsupported
        /// User and password were not accepted, or the server wants some, or knows no way to give them that we know.
        case authentication
        /// No TLS where TLS is a must, or a certificate that is not trusted.
        case security
        /// The host has no address, does not answer, or ended the conversation.
        case connection
        /// It took longer than it may.
        case timeout
        /// The task was cancelled.
        case cancelled
        /// libcurl or its settings: a bug, or a lack of memory.
        case client
    }

    public let reason: Reason
    /// Whether another attempt is pointless. A wrong password or a lack of TLS is not permanent: an operator mends it,
    /// and the mails still wait.
    public let isPermanent: Bool
    /// The server's reply code (RFC 5321), such as 550.
    public let code: Int?
    /// The server's enhanced status code (RFC 3463), such as `5.1.1`.
    public let enhancedCode: String?
    /// What happened, for an operator.
    public let description: String

    init(_ reason: Reason, isPermanent: Bool = false, reply: SMTPReply? = nil, _ sentence: String) {
        self.reason = reason
        self.isPermanent = isPermanent
        code = reply?.code
        enhancedCode = reply?.enhancedCode
        description = reply.map { "\(sentence) (\($0))" } ?? sentence
    }
}
