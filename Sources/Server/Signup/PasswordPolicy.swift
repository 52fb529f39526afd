import Generated

/// Refuses passwords that are easily guessed. Length is the contract's rule; here it is about content.
enum PasswordPolicy {
    /// - Parameter context: What the person has told about themselves, none of which may make up the password.
    static func accepts(_ password: Password, context: [String]) -> Bool {
        let folded = password.text.lowercased()
        if Set(folded).count < 5 || isRun(folded) { return false }
        let words = folded.split(whereSeparator: { !$0.isLetter }).map(String.init)
        if words.joined() != "", words.allSatisfy(common.contains) { return false }
        if common.contains(where: { $0.count >= 6 && isRepetition(of: $0, folded) }) { return false }
        return !context.contains { told in
            fragments(of: told).contains { folded.contains($0) && $0.count * 2 >= folded.count }
                || folded == told.lowercased()
        }
    }

    /// Words and rows of keys that lists of leaked passwords begin with.
    private static let common: Set<String> = [
        "password", "passwort", "passphrase", "secret", "letmein", "welcome", "admin", "administrator", "login",
        "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "iloveyou", "monkey", "dragon", "sunshine", "princess",
        "football", "baseball", "superman", "batman", "trustno", "changeme", "default", "master", "shadow", "abc",
        "test", "guest", "root", "iris", "irissays", "my", "is", "the", "and", "a", "new",
    ]

    /// `abcdefghijkl`, `123456789012` and the like: each character follows the one before.
    private static func isRun(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(scalars.dropFirst(), scalars).map { $0 - $1 }
        return steps.allSatisfy { $0 == 1 || $0 == -9 } || steps.allSatisfy { $0 == -1 || $0 == 9 }
    }

    /// A word written again and again, with nothing but digits and signs around it.
    private static func isRepetition(of word: String, _ text: String) -> Bool {
        text.contains(word) && text.replacing(word, with: "").allSatisfy { !$0.isLetter }
    }

    /// The words in what somebody told, four letters and longer; of an address, also the part before the `@`.
    private static func fragments(of told: String) -> [String] {
        let folded = told.lowercased()
        let words = folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        return (words + [String(folded.prefix { $0 != "@" }), words.joined()]).filter { $0.count >= 4 }
    }
}
