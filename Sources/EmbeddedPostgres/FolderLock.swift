import Foundation

/// A lock on a file, held until the object and every process that inherited it are gone.
///
/// The kernel lets go of it when its holder dies, however it dies: no stale lock survives a power cut.
final class FolderLock: Sendable {
    let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        // Not LOCK_UN: that would take the lock from the processes that inherited it, too.
        close(descriptor)
    }

    /// The lock on a file, which is created if absent; nil if somebody holds it.
    static func take(_ path: String) throws -> FolderLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw EmbeddedPostgresError.lastError("open", path) }
        let lock = FolderLock(descriptor: descriptor)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            if errno != EINTR { throw EmbeddedPostgresError.lastError("flock", path) }
        }
        return lock
    }

    /// Makes us the one owner of a folder, and writes our pid for whoever comes second.
    static func own(_ layout: FolderLayout) throws -> FolderLock {
        guard let lock = try take(layout.ownerLock) else {
            let text = try? String(contentsOfFile: layout.ownerLock, encoding: .utf8)
            throw EmbeddedPostgresError.folderInUse(
                folder: layout.root,
                owner: text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
        }
        let text = "\(getpid())\n"
        guard ftruncate(lock.descriptor, 0) == 0, write(lock.descriptor, text, text.utf8.count) == text.utf8.count
        else { throw EmbeddedPostgresError.lastError("write", layout.ownerLock) }
        return lock
    }
}
