import Contract

/// What holds for every operation.
enum PageConventions {
    static func rules(_ contract: Contract) -> [HTMLNode] {
        let rules = [
            """
            A success is `{"data": …}`. A page of a list has `next_cursor`, which the next request sends as `cursor`, and \
            `has_more` beside it.
            """,
            """
            An error is `{"error": {"code", "message", "request_id"}}`, with `details` where fields broke their rules. \
            Programs go by the code.
            """,
            "Unknown fields are ignored, in requests and, please, in replies: later versions add some.",
            """
            An `Idempotency-Key` on a POST with a token makes a retry safe: the same request is done once, and answered \
            the same for a day.
            """,
            "After 429 and 503, wait for the seconds that `Retry-After` names.",
        ]
        let size = "A body has \(contract.bodyLimit) bytes at most."
        return rules.map { .element(.li, [:], HTMLNode.sentence($0)) }
            + [.element(.li, [:], [.text(size)], from: contract.location)]
    }

    /// Links to the promises that something carries, in words; nothing where it carries none.
    static func promises(_ ids: [String], _ contract: Contract) -> [HTMLNode] {
        let promises = contract.promises.filter { ids.contains($0.id) }
        guard !promises.isEmpty else { return [] }
        let items = promises.map { promise in
            HTMLNode.element(
                .li, [:], [.link("promise-\(promise.id)", [.text(promise.id)]), .text(" \(promise.text)")],
                from: promise.location)
        }
        return [.element(.details, [:], [.element(.summary, [:], ["Promises"]), .element(.ul, [:], items)])]
    }
}
