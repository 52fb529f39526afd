import Contract
import Testing

@testable import Generator

/// One edit of the fixture, and exactly what it must be reported as.
///
/// Verdicts are three letters for wire, Swift and flows: Breaking, Compatible, Unaffected. For values that travel,
/// the first may be Wider, Narrower or Altered values, a Default, a Required or an Optional field: each means another
/// thing each way.
struct DiffCase: CustomTestStringConvertible, Sendable {
    /// What is done to the fixture before it is the old spec.
    var base: [Edit] = []
    let edits: [Edit]
    /// Rule ids with their verdicts.
    let reported: [String]

    struct Edit: Sendable {
        let old: String
        let new: String
    }

    init(_ old: String, _ new: String, _ reported: String...) {
        self.init([Edit(old: old, new: new)], reported)
    }

    init(_ edits: [(String, String)], _ reported: String...) {
        self.init(edits.map { Edit(old: $0.0, new: $0.1) }, reported)
    }

    init(_ edits: [(String, String)], base: [(String, String)], _ reported: String...) {
        self.init(edits.map { Edit(old: $0.0, new: $0.1) }, reported)
        self.base = base.map { Edit(old: $0.0, new: $0.1) }
    }

    private init(_ edits: [Edit], _ reported: [String]) {
        self.edits = edits
        self.reported = reported
    }

    var testDescription: String { reported.joined(separator: ", ") + ": " + edits.map(\.new).joined(separator: "; ") }

    /// The same case for values that travel in one direction: `§` names the declarations, `~` ends rule ids and `^`
    /// begins those of fields.
    func travelling(_ direction: Direction) -> DiffCase {
        let verdicts: [Character: String] =
            switch direction {
            case .request: ["W": "C", "N": "B", "A": "B", "D": "B", "R": "B", "O": "C"]
            case .reply: ["W": "B", "N": "C", "A": "B", "D": "U", "R": "C", "O": "C"]
            case .unsent: ["W": "U", "N": "U", "A": "U", "D": "U", "R": "U", "O": "U"]
            }
        return DiffCase(
            edits.map {
                Edit(old: $0.old.replacing("§", with: direction.word), new: $0.new.replacing("§", with: direction.word))
            },
            reported.map { line in
                var line = line.replacing("~", with: direction.suffix).replacing(
                    "^", with: "\(direction.rawValue)-field")
                let first = line.index(line.endIndex, offsetBy: -3)
                if let verdict = verdicts[line[first]] { line.replaceSubrange(first...first, with: verdict) }
                return line
            })
    }

    private static func apply(_ edits: [Edit], to text: String) throws -> String {
        try edits.reduce(text) { text, edit in
            try #require(text.contains(edit.old), "the fixture has no '\(edit.old)'")
            return text.replacing(edit.old, with: edit.new)
        }
    }

    func changes() throws -> (forward: [SpecChange], backward: [SpecChange]) {
        let before = try Self.apply(base, to: DiffFixture.text)
        let old = try DiffFixture.load(before)
        let new = try DiffFixture.load(try Self.apply(edits, to: before))
        return (SpecChange.all(from: old, to: new), SpecChange.all(from: new, to: old))
    }
}

extension SpecChange {
    /// The rule and its verdicts, as cases write them.
    var line: String {
        rule.id + " " + Boundary.allCases.map { rule.effect[$0].verdict.rawValue.prefix(1).uppercased() }.joined()
    }
}
