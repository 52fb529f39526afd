import Contract
import Foundation

/// A small, complete spec that tests change in one place.
enum SpecFixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// `Fixtures/base.yaml`; empty, which no test of it passes, where the file cannot be read.
    static let valid = (try? String(contentsOf: folder.appending(path: "base.yaml"), encoding: .utf8)) ?? ""

    /// What the loader says of a spec, one finding a line.
    static func findings(_ text: String) -> String {
        switch ContractLoader.load([SpecFile(path: "demo.yaml", text: text)]) {
        case .success: ""
        case .failure(let failure): failure.description
        }
    }

    /// What the loader says after one edit of the valid spec.
    static func findings(replacing part: String, with other: String) -> String {
        findings(valid.replacingOccurrences(of: part, with: other))
    }
}
