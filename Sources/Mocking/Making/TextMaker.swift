import Contract

/// Makes texts that keep a type's rules and look like its example.
struct TextMaker {
    let rule: TextRule
    let example: String
    let isSecret: Bool

    private static let words = [
        "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "juniper", "kelp", "lagoon",
        "maple", "nectar", "ocean", "prairie", "quartz", "river", "summit", "tundra", "umber", "valley", "willow",
        "zenith",
    ]
    private static let people = [
        "Ada", "Blaise", "Chien", "Dorothy", "Emmy", "Fatima", "Grace", "Hedy", "Ines", "Jocelyn", "Katherine", "Lise",
        "Maryam", "Noor", "Olga", "Priya", "Rosalind", "Sofia", "Tu", "Vera", "Wanda", "Yuki", "Zora", "José",
    ]
    /// What front ends stumble over: letters of several bytes, of several scalars, and from right to left.
    private static let foreign = ["Zoë", "München", "東京", "مرحبا", "👩‍🔬", "naïve", "Привет", "ｗｉｄｅ"]

    /// The example itself where nothing else fits the rules.
    func make(_ chance: inout Chance) -> String {
        for attempt in 0..<8 {
            let text = candidate(&chance, isPlain: attempt > 3)
            if rule.broken(by: text) == nil { return text }
        }
        return example
    }

    private func candidate(_ chance: inout Chance, isPlain: Bool) -> String {
        switch rule.format {
        case .email?:
            let person = chance.pick(Self.people.filter { $0.utf8.count == $0.count }) ?? "ada"
            let host = chance.pick(Self.words) ?? "mail"
            return "\(person.lowercased()).\(chance.number(in: 1...999))@\(host).example"
        case .day?: return CivilDay(daysSince1970: chance.number(in: 20_089...20_453)).description
        case .origin?:
            let port = chance.oneIn(5) ? ":\(chance.number(in: 1024...65_535))" : ""
            let wildcard = chance.oneIn(6) ? "*." : ""
            return "https://\(wildcard)\(chance.pick(Self.words) ?? "app").example\(port)"
        case .color?: return "#" + chance.signs(Array("0123456789ABCDEF".utf8), count: 6)
        case .link?:
            let (host, page) = (chance.pick(Self.words) ?? "cdn", chance.pick(Self.words) ?? "logo")
            return "https://\(host).example/\(page)\(chance.number(in: 1...99)).svg"
        case nil: break
        }
        if isSecret { return secret(&chance) }
        if let alphabet = rule.alphabet { return name(in: alphabet, &chance) }
        if !isPlain, chance.oneIn(16) { return edge(&chance) }
        return sentence(&chance)
    }

    /// The example's beginning up to its last `_`, and then anything.
    private func secret(_ chance: inout Chance) -> String {
        let beginning = example.lastIndex(of: "_").map { String(example[...$0]) } ?? ""
        let letters = Self.letters(of: rule.alphabet).filter { $0 != UInt8(ascii: "_") }
        let count = min(max(24, rule.minimum - beginning.count), rule.maximum - beginning.count)
        return beginning + chance.signs(letters, count: max(0, count))
    }

    /// Words joined by what the example joins its own with; signs of the alphabet where no word fits.
    private func name(in alphabet: Alphabet, _ chance: inout Chance) -> String {
        let isWordy = Self.words.contains { word in word.utf8.allSatisfy(alphabet.contains) }
        let isFixed = rule.minimum == rule.maximum
        guard isWordy, !isFixed else {
            let letters = Self.letters(of: alphabet)
            let count = isFixed ? rule.minimum : example.count
            return chance.signs(letters, count: min(max(count, rule.minimum), rule.maximum))
        }
        let joint = example.last { !$0.isLetter && !$0.isNumber } ?? "-"
        let parts = example.split(separator: joint).count
        var text = chance.pick(Self.words) ?? "name"
        for _ in 1..<max(2, parts + 1) where chance.oneIn(2) || parts > 1 {
            text += String(joint) + (chance.pick(Self.words) ?? "name")
        }
        if alphabet.contains(UInt8(ascii: "7")), chance.oneIn(2) { text += String(chance.number(in: 2...99)) }
        return text.utf8.allSatisfy(alphabet.contains) ? text : text.filter { $0.isLetter }
    }

    /// About as many words as the example has, with its capitals and its last sign.
    private func sentence(_ chance: inout Chance) -> String {
        let given = example.split(separator: " ")
        let isTitle = given.allSatisfy { $0.first?.isUppercase == true }
        let isName = isTitle && given.count <= 2
        let count = max(1, given.count + (isName ? 0 : chance.number(in: -1...2)))
        var words = (0..<count).map { _ in chance.pick(isName ? Self.people : Self.words) ?? "word" }
        if !isName, chance.oneIn(8) { words.append(chance.pick(Self.foreign) ?? "é") }
        if isTitle {
            words = words.map(Self.capitalized)
        } else if example.first?.isUppercase == true, let first = words.first {
            words[0] = Self.capitalized(first)
        }
        let end = example.last.map { ".?!".contains($0) ? String($0) : "" } ?? ""
        let text = words.joined(separator: " ") + end
        return text.unicodeScalars.count >= rule.minimum ? text : text + " " + sentence(&chance)
    }

    /// As short or as long as the rule lets a text be.
    private func edge(_ chance: inout Chance) -> String {
        let count = chance.oneIn(2) ? max(rule.minimum, 1) : min(rule.maximum, 500)
        var text = ""
        while text.unicodeScalars.count < count {
            text += (chance.pick(chance.oneIn(3) ? Self.foreign : Self.words) ?? "x") + " "
        }
        var scalars = text.unicodeScalars.prefix(count).map { $0 }
        if scalars.last == " " { scalars[scalars.count - 1] = "x" }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func letters(of alphabet: Alphabet?) -> [UInt8] {
        alphabet?.ranges.flatMap { Array($0) } ?? Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
