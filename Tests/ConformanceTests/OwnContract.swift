import Contract
import Foundation

/// The project's own contract, for tests.
enum OwnContract {
    /// The folder of its spec.
    static var folder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("spec").path
    }

    static func load() throws -> Contract { try ContractLoader.load(folder: folder).get() }
}
