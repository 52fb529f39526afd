/// Numbers as JSON writes them: `-0.5e+3`, without leading zeros or a bare point.
enum NumberGrammar {
    static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: isDigit)
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return false }
            return true
        }
        return rest.isEmpty
    }

    /// The whole number that a text writes; digits beyond `Int` count as its end. Nil for fractions and for no number.
    static func whole(_ text: String) -> Int? {
        guard isNumber(text) else { return nil }
        if let value = Int(text) { return value }
        guard let value = Double(text), value == value.rounded() else { return nil }
        return Int(exactly: value) ?? (value > 0 ? .max : .min)
    }

    static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
