import Foundation
import Logging

/// What an earlier owner of the folder left behind when it was killed.
struct Predecessor {
    /// How long an `initdb` or a last backend without its parent may take to end.
    static let limit = Duration.seconds(60)

    let layout: FolderLayout
    let logger: Logger

    /// Stops a server that runs on, and removes a `postmaster.pid` whose pid belongs to somebody else by now.
    ///
    /// - Returns: The lock that no process of an earlier server holds any more, for the next one to inherit.
    func clear() throws -> FolderLock {
        let file = PostmasterFile.read(in: layout.data)
        if let file, file.isPostmaster(of: layout.data) {
            logger.notice(
                "stopping a PostgreSQL whose owner is gone",
                metadata: ["folder": "\(layout.root)", "pid": "\(file.processIdentifier)"])
            Postmaster(processIdentifier: file.processIdentifier, serverLock: layout.serverLock).stop()
        }
        var lock: FolderLock?
        _ = try poll(for: Self.limit) {
            lock = try FolderLock.take(layout.serverLock)
            return lock != nil
        }
        // Somebody may have started it by hand, without our lock.
        guard let lock, file?.isPostmaster(of: layout.data) != true else {
            throw EmbeddedPostgresError.predecessorLives(
                folder: layout.root, processIdentifier: file?.processIdentifier)
        }
        // A dead pid is left to PostgreSQL, which then also looks for the shared memory of its last run.
        if let file, file.isAlive { unlink(PostmasterFile.path(in: layout.data)) }
        return lock
    }
}
