/// Finds values in texts, however many they are: a text is looked through once.
struct SecretFinder {
    /// What is shorter is no secret: a deployment may show anything as one.
    static let shortest = 8
    /// So many of a longer secret's first bytes are as good as the secret.
    private static let telling = 24

    /// Where a text has a value.
    struct Place: Equatable {
        /// In bytes of UTF-8.
        let range: Range<Int>
        /// The value, of which the text may have the beginning only.
        let value: String
    }

    private var values: [UInt64: [(bytes: [UInt8], value: String)]] = [:]

    mutating func insert(_ value: String) {
        let bytes = Array(value.utf8)
        guard bytes.count >= Self.shortest else { return }
        let head = Self.head(bytes, at: 0)
        if values[head]?.contains(where: { $0.value == value }) != true {
            values[head, default: []].append((bytes, value))
        }
    }

    /// The values' places from left to right; of those that begin at one place the one with the most bytes.
    func places(in text: String) -> [Place] {
        if values.isEmpty { return [] }
        let bytes = Array(text.utf8)
        var places: [Place] = []
        var end = 0
        // The eight bytes that end here; texts of megabytes are looked through for each failure that is reported.
        var head: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            head = head << 8 | UInt64(byte)
            let start = index + 1 - Self.shortest
            guard start >= end, let candidates = values[head],
                let place = place(of: candidates, in: bytes, at: start)
            else { continue }
            places.append(place)
            end = place.range.upperBound
        }
        return places
    }

    private func place(of candidates: [(bytes: [UInt8], value: String)], in bytes: [UInt8], at start: Int) -> Place? {
        let matches = candidates.compactMap { candidate -> Place? in
            let common = zip(candidate.bytes, bytes[start...]).prefix { $0 == $1 }.count
            guard common == candidate.bytes.count || common >= Self.telling else { return nil }
            return Place(range: start..<start + common, value: candidate.value)
        }
        return matches.max { $0.range.count < $1.range.count }
    }

    private static func head(_ bytes: [UInt8], at start: Int) -> UInt64 {
        bytes[start..<start + shortest].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The text with something else in place of each value.
    func replacing(in text: String, with replacement: (Place) -> String) -> String {
        let places = places(in: text)
        if places.isEmpty { return text }
        let bytes = Array(text.utf8)
        var result = ""
        var end = 0
        for place in places {
            result += String(decoding: bytes[end..<place.range.lowerBound], as: UTF8.self) + replacement(place)
            end = place.range.upperBound
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }
}
