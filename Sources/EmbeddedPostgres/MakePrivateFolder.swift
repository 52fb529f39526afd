import Foundation

/// Makes a folder, or takes the one there is, that only `account` and root can enter.
func makePrivateFolder(_ path: String, for account: ServerAccount) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw EmbeddedPostgresError.lastError("mkdir", path) }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw EmbeddedPostgresError.lastError("open", path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o700) == 0 else { throw EmbeddedPostgresError.lastError("chmod", path) }
    guard geteuid() != 0 || fchown(descriptor, account.user, account.group) == 0 else {
        throw EmbeddedPostgresError.lastError("chown", path)
    }
}
