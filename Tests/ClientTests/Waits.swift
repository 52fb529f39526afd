import IrisClient
import Synchronization

/// A clock that only writes down how long it was to wait, chance that always draws the most, and keys in a row.
final class Waits: Sendable {
    private let state = Mutex<(waits: [Duration], keys: Int)>(([], 0))

    var all: [Duration] { state.withLock { $0.waits } }

    var surroundings: ClientSurroundings {
        ClientSurroundings(
            sleep: { wait in
                try Task.checkCancellation()
                self.state.withLock { $0.waits.append(wait) }
            },
            chance: { 1 },
            key: {
                self.state.withLock {
                    $0.keys += 1
                    return "key-\($0.keys)"
                }
            })
    }
}
