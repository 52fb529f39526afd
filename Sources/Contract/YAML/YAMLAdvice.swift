/// What to do about the mistakes that libyaml names in terms of its own.
enum YAMLAdvice {
    /// A repair for a problem in libyaml's words; nil for one that speaks for itself.
    static func hint(for problem: String) -> String? {
        repairs.first { problem.contains($0.part) }?.repair
    }

    private static let repairs: [(part: String, repair: String)] = [
        ("mapping values are not allowed", "a text with a colon and a blank in it stands in quotes"),
        ("cannot start any token", "indent with blanks, not tabs; a text that begins with @, ` or % stands in quotes"),
        ("did not find expected ',' or", "close what was opened, or put a text with brackets or commas in quotes"),
        ("did not find expected key", "the keys of a mapping begin in the same column"),
        ("did not find expected '-' indicator", "the elements of a list begin in the same column"),
        ("could not find expected ':'", "a key is followed by a colon and a blank"),
        ("unexpected end of stream", "close the quotes"),
        ("control characters are not allowed", "write such a character as an escape in double quotes"),
    ]
}
