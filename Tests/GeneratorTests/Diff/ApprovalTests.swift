import Contract
import Testing

@testable import Generator

@Suite("approvals of breaks")
struct ApprovalTests {
    private static let old = DiffFixture.text
    private static let new = DiffFixture.text.replacing("allow: 10", with: "allow: 9")
        .replacing("version: 1.0.0", with: "version: 2.0.0")

    private static func approval(fingerprint: String = "9ff4bdffa821437c", reason: String = "nobody asks that often")
        -> String
    {
        """
        - fingerprint: "\(fingerprint)"
          rule: limit-lowered
          subject: 'limits.adding'
          reason: \(reason)

        """
    }

    private static func verdict(_ approvals: String, new: String = new) throws -> DiffVerdict {
        let (approvals, complaints) = Approval.read(SpecFile(path: "approvals.yaml", text: approvals))
        return DiffVerdict(
            from: try DiffFixture.load(old), to: try DiffFixture.load(new), approvals: approvals,
            complaints: complaints)
    }

    @Test("a break without an approval fails")
    func unapproved() throws {
        let verdict = try Self.verdict("[]")
        #expect(verdict.objections == ["1 breaking change is not approved"] && verdict.fails)
    }

    @Test("a break with an approval passes")
    func approved() throws {
        let verdict = try Self.verdict(Self.approval())
        #expect(verdict.objections == [] && !verdict.fails)
        #expect(verdict.breaking.count == 1)
    }

    @Test("what the report proposes is an approval, once it has a reason")
    func proposed() throws {
        let change = try #require(try Self.verdict("[]").breaking.first)
        let proposal = change.approvalEntry.joined(separator: "\n")
        #expect(try Self.verdict(proposal).objections.first == "approvals.yaml:1:3: an approval needs 'reason'")
        #expect(try !Self.verdict(proposal + "decided").fails)
    }

    @Test("an approval of a break that is not there fails")
    func stale() throws {
        let verdict = try Self.verdict(Self.approval() + Self.approval(fingerprint: "0000000000000000"))
        #expect(
            verdict.objections == [
                "approvals.yaml:5:3: the approval of limit-lowered at limits.adding is stale: there is no such break; delete it"
            ])
        #expect(verdict.fails)
    }

    @Test("an approval that names another rule than its fingerprint does is stale")
    func mislabelled() throws {
        let verdict = try Self.verdict(Self.approval().replacing("limit-lowered", with: "limit-raised"))
        #expect(verdict.unapproved.count == 1 && verdict.stale.count == 1)
    }

    @Test("an approval without a reason fails and approves nothing", arguments: ["", "' '"])
    func unreasoned(_ reason: String) throws {
        let verdict = try Self.verdict(Self.approval(reason: reason))
        #expect(
            verdict.objections == [
                "approvals.yaml:1:3: an approval needs 'reason'", "1 breaking change is not approved",
            ])
    }

    @Test("a key that approvals do not have is told")
    func unknownKey() throws {
        let verdict = try Self.verdict(Self.approval() + "  until: tomorrow\n")
        #expect(verdict.objections == ["approvals.yaml:5:3: an approval has no key 'until'"])
    }

    @Test("what is no list of approvals is told", arguments: ["a: b", "- a", "- [a]"])
    func shape(_ text: String) throws {
        #expect(try Self.verdict(text).complaints.count == 1)
    }

    @Test("while nothing was released, breaks are told and nothing fails")
    func unreleased() throws {
        let verdict = DiffVerdict(
            from: try DiffFixture.load(Self.old), to: try DiffFixture.load(Self.new), isReleased: false)
        #expect(!verdict.objections.isEmpty && !verdict.fails)
    }

    @Test("what only the compiler notices needs an approval where that is asked for")
    func boundaries() throws {
        let (old, new) = (
            try DiffFixture.load(Self.old),
            try DiffFixture.load(Self.old.replacing("noun: Session", with: "noun: Visit"))
        )
        #expect(DiffVerdict(from: old, to: new).breaking.isEmpty)
        #expect(!DiffVerdict(from: old, to: new, boundaries: [.swift]).breaking.isEmpty)
    }
}
