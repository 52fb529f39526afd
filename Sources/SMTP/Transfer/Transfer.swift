import CCurl

/// One conversation with the server, on the thread that calls `perform`, which blocks until it is over.
///
/// A class, because libcurl's callbacks hold a pointer to it; it guards nothing, and never leaves its thread.
final class Transfer {
    let setup: TransferSetup
    let errand: Errand
    let cancellation: Cancellation
    var dialogue: Dialogue
    /// The bytes of the mail, and how many of them libcurl has.
    let content: [UInt8]
    var position = 0
    /// When, at the latest, to leave without the server's answer to our farewell.
    var farewellEnd: ContinuousClock.Instant?

    init(_ errand: Errand, _ setup: TransferSetup, _ cancellation: Cancellation) {
        self.setup = setup
        self.errand = errand
        self.cancellation = cancellation
        var needs = Dialogue.Needs(
            authentication: setup.server.credentials != nil, startTLS: setup.server.security == .startTLS)
        if case .send(let message) = errand {
            content = message.bytes
            needs.utf8 = message.needsUTF8
        } else {
            content = []
        }
        dialogue = Dialogue(needs: needs)
    }

    func perform() throws(SMTPFailure) {
        guard !cancellation.isCancelled else { throw failure(CURLE_ABORTED_BY_CALLBACK, "") }
        if case .send(let message) = errand, message.needsUTF8, !CurlLibrary.knowsUTF8 {
            throw SMTPFailure(
                .unsupported, isPermanent: true,
                "the mail has an address with characters that are not ASCII; sending it needs libcurl 7.69 or newer")
        }
        guard CurlLibrary.isReady, let handle = curl_easy_init() else {
            throw SMTPFailure(.client, "libcurl could not be made ready")
        }
        let (code, detail) = BrokenPipe.ignored { run(handle) }
        // Once the server has the mail, nothing that goes wrong later means that it must be sent again.
        guard code != CURLE_OK, !dialogue.isAccepted else { return }
        throw failure(code, detail)
    }

    private func run(_ handle: UnsafeMutableRawPointer) -> (CURLcode, String) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { buffer in
            buffer.initialize(repeating: 0)
            var options = TransferOptions(handle: handle)
            // libcurl holds the pointer until the clean-up, which comes before this transfer and the buffer go.
            defer {
                curl_easy_cleanup(handle)
                options.freeRecipients()
            }
            options.configure(for: self, errors: buffer.baseAddress)
            let code = options.failure ?? curl_easy_perform(handle)
            return (code, buffer.baseAddress.map { String(cString: $0) } ?? "")
        }
    }

    private func failure(_ code: CURLcode, _ detail: String) -> SMTPFailure {
        SMTPFailure(
            ending: code, detail: detail, dialogue: dialogue,
            isCancelled: code == CURLE_ABORTED_BY_CALLBACK && cancellation.isCancelled, server: setup.server)
    }
}
