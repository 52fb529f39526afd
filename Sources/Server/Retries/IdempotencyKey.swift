import Generated
import Runtime

/// The name that a client gives to a request, so that it can ask the same again without having it done twice.
struct IdempotencyKey: Sendable {
    let text: String

    /// Nil for a request without the header.
    ///
    /// - Throws: a `Refusal` for anything but 1 to 255 visible characters of ASCII, and for several keys.
    init?(of request: APIRequest) throws(Refusal) {
        guard let text = request.header("idempotency-key") else { return nil }
        guard 1...255 ~= text.utf8.count, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            var problems = FieldProblems()
            problems.add(.malformed, "must be 1 to 255 visible ASCII characters, once", at: "Idempotency-Key")
            throw Refusal(.invalidRequest, details: problems.all)
        }
        self.text = text
    }
}
