import CCurl

extension SMTPFailure {
    /// How a transfer ended, in our terms.
    ///
    /// - Parameter detail: libcurl's own words; used for TLS, where they tell of certificates and nothing else.
    init(ending code: CURLcode, detail: String, dialogue: Dialogue, isCancelled: Bool, server: SMTPServer) {
        if isCancelled {
            self.init(.cancelled, "the conversation with \(server) was cancelled")
        } else if let objection = dialogue.objection {
            self.init(objection, server: server)
        } else if let reply = dialogue.refusal {
            self.init(refusal: reply, at: dialogue.step, server: server)
        } else {
            self.init(code, detail: detail, step: dialogue.step, server: server)
        }
    }

    private init(_ objection: Dialogue.Objection, server: SMTPServer) {
        switch objection {
        case .noAuthentication:
            self.init(
                .authentication, "\(server) offers no authentication, but the settings have a user and a password")
        case .noUTF8:
            self.init(
                .unsupported, isPermanent: true,
                "the mail has an address with characters that are not ASCII, and \(server) does not offer SMTPUTF8")
        }
    }

    private init(refusal reply: SMTPReply, at step: Dialogue.Step, server: SMTPServer) {
        let isAboutMail = [.sender, .recipient, .data, .content].contains(step)
        switch (step, reply.code) {
        case (.authentication, 500...):
            self.init(.authentication, reply: reply, "\(server) did not accept the user and password of the settings")
        case (.authentication, _):
            self.init(.authentication, reply: reply, "\(server) cannot check the user and password now")
        // RFC 4954 and RFC 3207: to be mended in the settings, whichever command it answers.
        case (_, 530), (_, 534), (_, 535), (_, 538):
            self.init(.authentication, reply: reply, "\(server) wants another authentication than the settings give")
        case (.startTLS, _):
            self.init(.security, reply: reply, "\(server) refused STARTTLS, and nothing is sent without TLS")
        default:
            self.init(
                .refused, isPermanent: isAboutMail && reply.code >= 500, reply: reply,
                "\(server) refused \(step.phrase)")
        }
    }

    private init(_ code: CURLcode, detail: String, step: Dialogue.Step, server: SMTPServer) {
        let words = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        switch code {
        case CURLE_LOGIN_DENIED:
            self.init(.authentication, "\(server) offers neither AUTH PLAIN nor AUTH LOGIN, or ended it half-way")
        case CURLE_USE_SSL_FAILED:
            self.init(.security, "\(server) does not offer STARTTLS, and nothing is sent without TLS")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            self.init(.security, "the certificate of \(server) is not trusted: \(words)")
        case CURLE_SSL_CACERT_BADFILE:
            self.init(.security, "the file of certificates that the settings name for \(server) cannot be used")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED:
            self.init(.security, "TLS with \(server) failed: \(words)")
        case CURLE_COULDNT_RESOLVE_HOST:
            self.init(.connection, "\(server) cannot be found: its name has no address")
        case CURLE_COULDNT_CONNECT:
            self.init(.connection, "\(server) cannot be reached")
        case CURLE_OPERATION_TIMEDOUT:
            self.init(.timeout, "\(server) did not answer \(step.phrase) in time")
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_WEIRD_SERVER_REPLY,
            CURLE_SEND_FAIL_REWIND:
            self.init(.connection, "\(server) ended the conversation at \(step.phrase)")
        default:
            self.init(.client, "libcurl gave up on \(server) at \(step.phrase): error \(code.rawValue)")
        }
    }
}

extension Dialogue.Step {
    /// What the server was asked, as the middle of a sentence.
    fileprivate var phrase: String {
        switch self {
        case .greeting: "the connection"
        case .hello: "our greeting"
        case .startTLS: "STARTTLS"
        case .authentication: "the authentication"
        case .sender: "the sender"
        case .recipient: "the recipient"
        case .data: "the request to take a mail"
        case .content: "the mail"
        case .command: "NOOP"
        }
    }
}
