import Foundation

/// A lock on a file, held until the object and every process that inherited it are gone.
///
/// The kernel lets go of it when its holder dies, however it dies: no stale lock survives a power cut.
final class FolderLock: Sendable {
    let descriptor: Int32

    private let isHeritable: Bool

    private init(descriptor: Int32, isHeritable: Bool) {
        self.descriptor = descriptor
        self.isHeritable = isHeritable
    }

    deinit {
        // Unlocking takes the lock from every process that has it: from heirs, which must keep it, and from a child
        // that anybody in our process is spawning just now, which has it until its exec and must not.
        if !isHeritable { flock(descriptor, LOCK_UN) }
        close(descriptor)
    }

    /// The lock on a file, which is created if absent; nil if somebody holds it.
    ///
    /// - Parameter isHeritable: Whether child processes that are given the lock keep it when we let go of it.
    static func take(_ path: String, isHeritable: Bool = true) throws -> FolderLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw EmbeddedPostgresError.lastError("open", path) }
        let lock = FolderLock(descriptor: descriptor, isHeritable: isHeritable)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            if errno != EINTR { throw EmbeddedPostgresError.lastError("flock", path) }
        }
        return lock
    }

    /// Makes us the one owner of a folder, and writes our pid for whoever comes second.
    static func own(_ layout: FolderLayout) throws -> FolderLock {
        guard let lock = try take(layout.ownerLock, isHeritable: false) else {
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
