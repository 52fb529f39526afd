import Contract
import Foundation

/// The project's own contract, for tests.
enum OwnContract {
    static func load() throws -> Contract {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ContractLoader.load(folder: root.appendingPathComponent("spec").path).get()
    }
}
