import CCurl

/// Sets a handle's options, and remembers the first that libcurl refused: a setting that protects must not fail silently.
struct TransferOptions {
    let handle: UnsafeMutableRawPointer
    private(set) var failure: CURLcode?
    private var recipients: UnsafeMutablePointer<curl_slist>?

    init(handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    mutating func configure(for transfer: Transfer, errors: UnsafeMutablePointer<CChar>?) {
        check(curl_set_error_buffer(handle, errors))
        setConnection(transfer.setup)
        setSecurity(transfer.setup.server)
        setErrand(transfer)
        setCallbacks(transfer)
    }

    mutating func freeRecipients() {
        curl_slist_free_all(recipients)
        recipients = nil
    }

    private mutating func setConnection(_ setup: TransferSetup) {
        set(CURLOPT_URL, setup.url)
        // The environment's proxies are for the web.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, setup.connectMilliseconds)
        set(CURLOPT_TIMEOUT_MS, setup.totalMilliseconds)
        // The farewell is then said before curl_easy_perform returns, under our eyes, and no connection is left over.
        set(CURLOPT_FORBID_REUSE, 1)
        if let credentials = setup.server.credentials {
            set(CURLOPT_USERNAME, credentials.user)
            set(CURLOPT_PASSWORD, credentials.password)
            set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
    }

    private mutating func setSecurity(_ server: SMTPServer) {
        let level = server.security == .plainText ? CURLUSESSL_NONE : CURLUSESSL_ALL
        set(CURLOPT_USE_SSL, Int(level.rawValue))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = server.certificateAuthorityFile { set(CURLOPT_CAINFO, file) }
    }

    private mutating func setErrand(_ transfer: Transfer) {
        switch transfer.errand {
        case .probe:
            set(CURLOPT_CUSTOMREQUEST, "NOOP")
            set(CURLOPT_NOBODY, 1)
        case .send(let message):
            set(CURLOPT_MAIL_FROM, message.sender.text)
            recipients = curl_slist_append(nil, message.recipient.text)
            check(recipients == nil ? CURLE_OUT_OF_MEMORY : CURLE_OK)
            check(curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
            set(CURLOPT_UPLOAD, 1)
            check(curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.content.count)))
        }
    }

    private mutating func setCallbacks(_ transfer: Transfer) {
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        check(curl_set_read(handle, TransferCallbacks.read, context))
        check(curl_set_header(handle, TransferCallbacks.reply, context))
        check(curl_set_write(handle, TransferCallbacks.discard))
        check(curl_set_progress(handle, TransferCallbacks.progress, context))
        check(curl_set_debug(handle, TransferCallbacks.command, context))
        set(CURLOPT_NOPROGRESS, 0)
        // What is verbose goes to our callback, which looks at the commands' verbs only.
        set(CURLOPT_VERBOSE, 1)
    }

    private mutating func set(_ option: CURLoption, _ value: Int) {
        check(curl_set_long(handle, option, value))
    }

    private mutating func set(_ option: CURLoption, _ value: String) {
        check(curl_set_string(handle, option, value))
    }

    private mutating func check(_ code: CURLcode) {
        if code != CURLE_OK, failure == nil { failure = code }
    }
}
