import Contract
import Foundation
import Testing

@testable import Generator

@Suite("comparing specs")
struct DiffPropertyTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("spec").path

    @Test("our own spec does not differ from itself")
    func identity() throws {
        let spec = try ContractLoader.load(folder: Self.folder).get()
        #expect(SpecChange.all(from: spec, to: spec).isEmpty)
        #expect(!spec.operations.isEmpty && !spec.flows.isEmpty)
    }

    @Test("declarations in another order and on other lines are no change")
    func order() throws {
        let files = try ContractLoader.files(below: Self.folder)
        let spec = try ContractLoader.resolve(files).get()
        let turned = try ContractLoader.resolve(files.map { try $0.turnedAround() }).get()
        #expect(turned.types.first?.location != spec.types.first?.location)
        #expect(SpecChange.all(from: spec, to: turned).map(\.line) == [])
    }

    @Test("a change has the same fingerprint wherever its lines stand and whatever else changes")
    func fingerprints() throws {
        let old = DiffFixture.text
        let new = old.replacing("allow: 10", with: "allow: 9")
        let moved = "# A comment.\n\n" + new.replacing("name: Demo", with: "name: Other")
        let base = try DiffFixture.load(old)
        let one = try #require(SpecChange.all(from: base, to: DiffFixture.load(new)).first)
        let all = SpecChange.all(from: base, to: try DiffFixture.load(moved))
        let same = try #require(all.first { $0.rule.id == one.rule.id })
        #expect(all.count == 2 && same.fingerprint == one.fingerprint)
        #expect(same.occurrence.location.line == one.occurrence.location.line + 2)
    }

    @Test("other values, other subjects and other rules have other fingerprints")
    func different() throws {
        let base = try DiffFixture.load(DiffFixture.text)
        let prints = try ["allow: 9", "allow: 8", "allow: 11"].flatMap { text in
            SpecChange.all(from: base, to: try DiffFixture.load(DiffFixture.text.replacing("allow: 10", with: text)))
                .map(\.fingerprint)
        }
        #expect(Set(prints).count == 3)
        #expect(Fingerprint.make(of: ["ab", "c"]) != Fingerprint.make(of: ["a", "bc"]))
    }

    @Test("a fingerprint is the same in every run, on every machine")
    func stable() {
        #expect(Fingerprint.make(of: ["limit-lowered", "limits.adding", "10", "9"]) == "9ff4bdffa821437c")
    }

    @Test("a type that moved to another file is a change of documentation")
    func moved() throws {
        let type = "  Ref: { text: { max: 10 }, example: ref }\n"
        let here = SpecFile(path: "demo.yaml", text: DiffFixture.text)
        let rest = SpecFile(path: "demo.yaml", text: DiffFixture.text.replacing(type, with: ""))
        let there = SpecFile(path: "refs.yaml", text: "types:\n" + type)
        let changes = SpecChange.all(
            from: try ContractLoader.resolve([here]).get(), to: try ContractLoader.resolve([rest, there]).get())
        #expect(changes.map(\.line) == ["type-moved CCC"])
    }
}

extension SpecFile {
    /// The same declarations on other lines, the last first. Scopes and frames stay: their order is that of an
    /// enumeration and of a list.
    func turnedAround() throws -> SpecDocument {
        let document = try SpecDocument.parse(SpecFile(path: path, text: "# Moved.\n\n" + text)).get()
        let entries = (document.root.entries ?? []).map { entry in
            guard let members = entry.value.entries, !["scopes", "frames"].contains(entry.key) else { return entry }
            let turned = YAMLNode(content: .mapping(members.reversed()), location: entry.value.location)
            return YAMLNode.Entry(key: entry.key, keyLocation: entry.keyLocation, value: turned)
        }
        return SpecDocument(
            path: path, root: YAMLNode(content: .mapping(entries.reversed()), location: document.root.location))
    }
}
