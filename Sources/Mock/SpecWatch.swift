import Contract
import Foundation
import Mocking
import ServiceLifecycle

/// Loads the spec, and loads it again when one of its files has changed.
struct SpecWatch: Sendable {
    /// Between two looks at the folder.
    private static let pace = Duration.milliseconds(250)

    let folder: String
    let settings: MockSettings

    func load() throws -> MockAPI {
        MockAPI(try ContractLoader.load(folder: folder).get(), settings: settings)
    }

    /// Until the task is cancelled. A spec that cannot be loaded is told of, and the last good one stays.
    func run(into current: CurrentAPI) async {
        var seen = files()
        while (try? await Task.sleep(for: Self.pace)) != nil {
            let found = files()
            guard found != seen else { continue }
            seen = found
            do {
                current.value = try load()
                Terminal.say("Reloaded \(folder): \(current.value.contract.operations.count) operations")
            } catch {
                Terminal.say("\(folder) is not taken, the last good spec is served:\n\(error)")
            }
        }
    }

    /// What stands in the folder: each file with its size and the time of its last change.
    private func files() -> [String: String] {
        var found: [String: String] = [:]
        let manager = FileManager.default
        for case let path as String in manager.enumerator(atPath: folder) ?? .init() where path.hasSuffix(".yaml") {
            guard let facts = try? manager.attributesOfItem(atPath: "\(folder)/\(path)") else { continue }
            let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            found[path] = "\(changed) \(facts[.size] as? Int ?? 0)"
        }
        return found
    }
}

/// The watch's life as a service.
struct SpecWatchService: Service {
    let watch: SpecWatch
    let current: CurrentAPI

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch.run(into: current) }
    }
}
