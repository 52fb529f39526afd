import Foundation
import Testing

@testable import Contract

/// A folder `Fixtures/<rule>` or `Fixtures/<rule>/<case>`: a faulty spec, and in `said.txt` all that must be said of it.
///
/// A spec that says what its `api` is, be it behind a `#`, stands by itself. Any other is a few declarations that are
/// read beside `Fixtures/base.yaml`, so that a fixture shows little more than its mistake.
struct RuleFixture: Sendable, CustomTestStringConvertible {
    /// The path below `Fixtures`.
    let name: String

    /// The rule that the fixture is about.
    var rule: String { String(name.prefix { $0 != "/" }) }
    var record: URL { folder.appending(path: "said.txt") }
    var testDescription: String { name }

    private var folder: URL { SpecFixture.folder.appending(path: name) }

    static let all: [RuleFixture] =
        (FileManager.default.enumerator(atPath: SpecFixture.folder.path)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix("/spec.yaml") }
        .map { RuleFixture(name: String($0.dropLast("/spec.yaml".count))) }
        .sorted { $0.name < $1.name }

    /// What is said of the spec today, with its frames; empty where nothing is.
    func said() throws -> String {
        let place = folder.path + "/"
        do {
            var files = try ContractLoader.files(below: folder.path)
                .map { SpecFile(path: $0.path.replacing(place, with: ""), text: $0.text) }
            if !files.contains(where: { Self.standsAlone($0.text) }) {
                files.append(SpecFile(path: "base.yaml", text: SpecFixture.valid))
            }
            guard case .failure(let failure) = ContractLoader.load(files) else { return "" }
            return failure.text() + "\n"
        } catch let failure as LoadFailure {
            return failure.text().replacing(place, with: "") + "\n"
        }
    }

    private static func standsAlone(_ text: String) -> Bool {
        text.split(separator: "\n").contains { $0.hasPrefix("api:") || $0.hasPrefix("# api:") }
    }

    /// What was recorded; empty where there is no record yet.
    func recorded() -> String { (try? String(contentsOf: record, encoding: .utf8)) ?? "" }
}
