import Contract

/// Makes times that a record can have had: created before changed, and expiring later than now.
struct TimeMaker {
    private static let day = 86_400_000

    private let now: Int

    init(_ settings: MockSettings) { now = settings.now * 1_000 }

    /// The times of a record's fields by their names, in the order of the fields: what lies in the past lies behind
    /// what stands before it.
    func moments(of fields: [Field], _ chance: Chance) -> [String: Moment] {
        var chance = chance
        var made: [String: Moment] = [:]
        var last = now - chance.number(in: 1...90) * Self.day - chance.number(in: 0...Self.day)
        for field in fields where field.type == .timestamp {
            if Self.isAhead(field.name) {
                made[field.name] = moment(named: field.name, &chance)
            } else {
                made[field.name] = Moment(milliseconds: max(0, last))
                last = chance.number(in: min(last, now - 1)...max(now - 1, last))
            }
        }
        return made
    }

    /// A time by itself.
    func moment(named name: String, _ chance: inout Chance) -> Moment {
        let distance = chance.number(in: 1...30) * Self.day - chance.number(in: 0...Self.day / 2)
        return Moment(milliseconds: max(0, Self.isAhead(name) ? now + Self.day + distance : now - distance))
    }

    private static func isAhead(_ name: String) -> Bool {
        let words = name.split(separator: "_")
        return ["expires", "ends", "due", "until", "next", "renews"].contains { words.contains(Substring($0)) }
    }
}
