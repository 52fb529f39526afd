import Contract

/// Makes values that a type accepts, new ones every time, the same ones for the same seed.
struct ValueMaker {
    private var generator: SeededGenerator

    private let addresses: MailAddressForm

    init(seed: UInt64, addresses: MailAddressForm = .default) {
        self.addresses = addresses
        generator = SeededGenerator(state: seed)
    }

    /// A value of the type, as JSON.
    mutating func value(of type: TypeReference, in contract: Contract) -> JSON {
        switch type {
        case .boolean: return .boolean(true)
        case .timestamp: return .string("2030-01-01T00:00:00Z")
        case .list(let element): return .array([value(of: element, in: contract)])
        case .named(let name):
            guard let definition = contract.type(named: name) else { return .null }
            switch definition.shape {
            case .text(let rule): return .string(text(rule, example: definition.example ?? ""))
            case .integer(let rule): return .number(String(rule.fallback ?? rule.minimum))
            case .id: return .string(uuid())
            case .enumeration(let values): return values.first.map { .string($0) } ?? .null
            case .record(let fields):
                return .object(
                    fields.filter { !$0.isOptional }.map { field in
                        JSON.Member(key: field.name, value: value(of: field.type, in: contract))
                    })
            }
        }
    }

    /// A random version 4 UUID.
    mutating func uuid() -> String {
        var digits = (0..<32).map { _ in Array("0123456789abcdef")[Int.random(in: 0..<16, using: &generator)] }
        digits[12] = "4"
        digits[16] = "a"
        let text = String(digits)
        let cuts = [0, 8, 12, 16, 20, 32]
        return zip(cuts, cuts.dropFirst()).map { from, to in
            String(text[text.index(text.startIndex, offsetBy: from)..<text.index(text.startIndex, offsetBy: to)])
        }.joined(separator: "-")
    }

    /// A canary where the rule allows one; else random letters, up to 16 of them. Never the example itself.
    private mutating func text(_ rule: TextRule, example: String) -> String {
        if rule.format == .email { return addresses.address(Canary.prefix + letters(Canary.letters)) }
        if rule.alphabet == nil {
            let canary = Canary.prefix + letters(Canary.letters)
            if rule.problem(with: canary) == nil { return canary }
        }
        let letters = letters(max(rule.minimum, min(rule.maximum, 16)))
        return rule.problem(with: letters) == nil ? letters : example
    }

    private mutating func letters(_ count: Int) -> String {
        String((0..<count).map { _ in Array("abcdefghijkmnpqrstuvwxyz")[Int.random(in: 0..<24, using: &generator)] })
    }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
