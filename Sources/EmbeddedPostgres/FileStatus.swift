import Foundation

/// Who owns a file, and what others may do with it; symbolic links are not followed.
struct FileStatus {
    let owner: uid_t
    let mode: mode_t
    /// In bytes.
    let size: Int

    var isFolder: Bool { mode & S_IFMT == S_IFDIR }
    var isPrivate: Bool { mode & 0o077 == 0 }

    init(of path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw EmbeddedPostgresError.lastError("stat", path) }
        owner = status.st_uid
        mode = status.st_mode
        size = Int(status.st_size)
    }
}
