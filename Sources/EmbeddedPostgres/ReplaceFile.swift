import Foundation

/// Writes a small file whole or not at all: a reader sees the old text or the new one.
///
/// - Parameter mode: Its permissions, whatever the umask.
func replaceFile(_ path: String, with text: String, mode: mode_t) throws {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw EmbeddedPostgresError.lastError("open", draft) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    fchmod(descriptor, mode)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    guard rename(draft, path) == 0 else { throw EmbeddedPostgresError.lastError("rename", path) }
}
