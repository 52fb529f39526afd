import Mocking
import Synchronization

/// The API as the newest good spec has it. Requests that have begun end with the one that they began with.
final class CurrentAPI: Sendable {
    private let storage: Mutex<MockAPI>

    init(_ api: MockAPI) { storage = Mutex(api) }

    var value: MockAPI {
        get { storage.withLock { $0 } }
        set { storage.withLock { $0 = newValue } }
    }
}
