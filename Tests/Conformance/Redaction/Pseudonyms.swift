/// The names that stand for sensitive values in what is told of one finding. The same value has the same name in the
/// control and in the attempt, so that a reader sees what was changed and never what it was.
struct Pseudonyms {
    /// What a reader must know to fill a name in.
    struct Variable: Sendable, Hashable {
        /// As a shell knows it: `TOKEN`, `EMAIL_2`.
        let name: String
        let meaning: String
    }

    private(set) var variables: [Variable] = []
    private var names: [String: String] = [:]

    func name(of value: String) -> String? { names[value] }

    /// The values that have names, the longest first.
    var values: [String] { names.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }

    /// The value's name; a new one, made of a word, unless it has one.
    mutating func name(_ value: String, after word: String, meaning: String) -> String {
        if let known = names[value] { return known }
        let base = String(word.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        var name = base
        var count = 1
        while variables.contains(where: { $0.name == name }) {
            count += 1
            name = "\(base)_\(count)"
        }
        variables.append(Variable(name: name, meaning: meaning))
        names[value] = name
        return name
    }
}
