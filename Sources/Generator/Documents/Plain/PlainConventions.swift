import Contract

/// What holds for every operation, and what the notation of the rest means.
struct PlainConventions {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [PlainLine] {
        let guide = contract.guide.map { PlainLine("- \($0)", from: contract.location) }
        return ["## Conventions"] + guide + rules.map { "- \($0)" } + ["", "Notation:"] + notation.map { "- \($0)" }
    }

    private var rules: [String] {
        [
            """
            Success: `{"data": …}`; a page has `next_cursor` (to send as `cursor`; null at the end) and `has_more` \
            beside it. Error: `{"error": {"code", "message", "request_id"}}`, with `details: [{pointer, code, message}]` \
            where fields broke rules.
            """,
            """
            Bodies: `Content-Type: application/json`, \(contract.bodyLimit) bytes at most. Ignore fields that you do not \
            know; the server does too. After 429 and 503 wait for the seconds in `Retry-After`.
            """,
            """
            `Idempotency-Key` on a POST with a token: the same request is done once, and \
            answered the same for a day.
            """,
        ]
    }

    private var notation: [String] {
        [
            """
            `name METHOD path ?{query} {body} -> status reply; callers; !own errors ~limits; mail sent`, and what it \
            does. Paths continue the heading's; the callers are the heading's and the status is 200 where a line says \
            nothing. `{}?` may be left out. `as X` takes, answers and refuses what X does.
            """,
            """
            `field: Type`, or `field` where the type is named alike (`key_type`, KeyType) or a time (`…_at`, RFC 3339 in \
            UTC). `field?` may be left out, `field!` is shown in this reply only, `[Type]` is a list. Ids are UUIDs in \
            lower case. Reply fields without a type are text, numbers or booleans, as their names tell.
            """,
        ]
    }
}
