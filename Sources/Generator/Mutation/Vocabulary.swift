import Contract

/// The names that a spec declares and the words of its language: what one reference can be taken for another by.
struct Vocabulary {
    /// For each name, the one that is put in its place: the next of its kind.
    private var successors: [String: [String]] = [:]

    init(of spec: [SpecDocument]) {
        var kinds: [String: [String]] = [:]
        for document in spec {
            for entry in document.root.entries ?? [] {
                kinds[entry.key, default: []] += entry.value.entries?.map(\.key) ?? []
            }
        }
        for kind in kinds.keys.sorted() { add(kinds[kind] ?? []) }
        for words in Self.words { add(words) }
    }

    /// The words that the language gives a choice of.
    private static let words: [[String]] = [
        Sensitivity.allCases.map(\.rawValue), TextRule.Format.allCases.map(\.rawValue),
        ErrorCause.allCases.map(\.rawValue), Route.Method.allCases.map(\.rawValue), ["one", "many"],
        ["refused", "clamped"], ["address", "caller"], ["boolean", "timestamp"],
    ]

    private mutating func add(_ names: [String]) {
        guard names.count > 1 else { return }
        for (index, name) in names.enumerated() {
            successors[name, default: []].append(names[(index + 1) % names.count])
        }
    }

    /// The text with one of its names replaced, for each name in it; one text for each replacement.
    func neighbours(of text: String) -> [String] {
        var results: [String] = []
        var start = text.startIndex
        while start < text.endIndex {
            guard Self.isPart(text[start]) else {
                start = text.index(after: start)
                continue
            }
            let end = text[start...].firstIndex { !Self.isPart($0) } ?? text.endIndex
            for other in successors[String(text[start..<end])] ?? [] {
                results.append(text.replacingCharacters(from: start, to: end, with: other))
            }
            if let number = Int(text[start..<end]), start != text.startIndex || end != text.endIndex {
                results.append(text.replacingCharacters(from: start, to: end, with: String(number + 1)))
            }
            start = end
        }
        return results
    }

    /// Names of every kind are made of these.
    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_.:-".contains(character)
    }
}

extension String {
    fileprivate func replacingCharacters(from start: Index, to end: Index, with other: String) -> String {
        String(self[..<start]) + other + String(self[end...])
    }
}
