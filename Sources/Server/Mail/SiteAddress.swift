import Synchronization

/// The address under which people reach the server. A class, because without a setting it is known only once the
/// server has found its port, and everybody who makes links must then see it.
final class SiteAddress: Sendable {
    private let known: Mutex<String>

    init(_ text: String) {
        known = Mutex(text)
    }

    var text: String { known.withLock { $0 } }

    func settle(_ text: String) { known.withLock { $0 = text } }
}
