import Contract

/// What holds for every operation, and what the notation of the rest means.
struct PlainConventions {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        ["## Conventions"] + (contract.guide + rules).map { "- \($0)" } + ["", "Notation:"] + notation.map { "- \($0)" }
    }

    private var rules: [String] {
        [
            """
            Success: `{"data": …}`. A page has `next_cursor` (give it back as `cursor`; null at the end) and `has_more` \
            beside `data`.
            """,
            """
            Error: `{"error": {"code", "message", "request_id"}}`, with `details: [{pointer, code, message}]` where \
            fields broke rules. Codes are stable; go by them.
            """,
            """
            Bodies are JSON with `Content-Type: application/json`, \(contract.bodyLimit) bytes at most. Ignore fields \
            that you do not know; the server does too.
            """,
            """
            `Idempotency-Key` (1-255 visible ASCII characters) on a POST with a token: the same request with the same \
            key is done once, and answered the same for a day.
            """,
            "After 429 and 503 wait for the seconds in `Retry-After`. Every reply has `X-Request-Id`.",
        ]
    }

    private var notation: [String] {
        [
            """
            `name METHOD path ?{query} {body} -> status reply; who may call; !own errors ~limits; mail it sends`. Errors \
            that follow from the kind of operation stand under Errors only. A body as `{}?` may be left out.
            """,
            """
            `field: Type`, or `field` where the type has its name (`key_id` is a KeyId) or it is a time (`…_at`). \
            `field?` may be left out (PATCH then changes nothing), `Type?` may be null, `field!` is shown in this reply \
            only, `[Type]` is a list.
            """,
            """
            Types without a line below: those named …Id are UUIDs in lower case, the others texts and numbers that only \
            the server sends. Times are RFC 3339 in UTC.
            """,
        ]
    }
}
