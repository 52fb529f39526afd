import Contract
import FolderWatch
import Mocking
import ServiceLifecycle

/// Loads the spec, and loads it again when one of its files has changed.
struct SpecWatch: Sendable {
    let folder: String
    let settings: MockSettings
    private let changes: AsyncStream<Void>

    /// Watches before anything is read: what changes meanwhile is not missed.
    init(folder: String, settings: MockSettings) throws {
        self.folder = folder
        self.settings = settings
        #if os(Linux)
            changes = try FolderWatcher.changes(below: folder)
        #else
            changes = AsyncStream { $0.finish() }
        #endif
    }

    func load() throws -> MockAPI {
        MockAPI(try ContractLoader.load(folder: folder).get(), settings: settings)
    }

    /// A spec's mistakes are told with the lines they stand in.
    static func words(of error: any Error) -> String { (error as? LoadFailure)?.text() ?? "\(error)" }

    /// Until the task is cancelled. A spec that cannot be loaded is told of, and the last good one stays.
    func run(into current: CurrentAPI) async {
        for await _ in changes {
            do {
                current.value = try load()
                Terminal.say("Reloaded \(folder): \(current.value.contract.operations.count) operations")
            } catch {
                Terminal.say("\(folder) is not taken, the last good spec is served:\n\(Self.words(of: error))")
            }
        }
        // A service that ends by itself would end the mock.
        try? await gracefulShutdown()
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
