import Foundation

/// Where things lie in the folder of an embedded server.
///
/// The folder and what steers the server belong to us, the data and the socket to the account the server runs as: so a
/// server that was taken over cannot change who may connect to it.
struct FolderLayout: Sendable {
    /// The canonical path: two names of one folder must compare equal.
    let root: String

    var ownerLock: String { root + "/lock" }
    /// Inherited by the server and by every process it forks: free means that none of them lives.
    var serverLock: String { root + "/server.lock" }
    var data: String { root + "/data" }
    /// Where `initdb` works; only a complete cluster is renamed to `data`.
    var unfinishedData: String { root + "/data.new" }
    var configuration: String { root + "/postgresql.conf" }
    var accessRules: String { root + "/pg_hba.conf" }
    var log: String { root + "/postgres.log" }
    var socket: String { root + "/socket" }
    /// Names the folder of the socket when `socket` cannot hold it.
    var socketReference: String { root + "/socket-folder" }

    /// Creates the folder if absent, and checks that nobody else can exchange what lies in it.
    static func open(_ path: String) throws -> FolderLayout {
        guard !path.isEmpty, !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
            throw EmbeddedPostgresError.folderUnusable(
                path: path, reason: "is no path", nextStep: "choose a name without control characters")
        }
        if access(path, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw EmbeddedPostgresError.folderUnusable(
                    path: path, reason: "cannot be created", nextStep: "choose a folder that you may write to")
            }
            // As root, the account of the server passes through the folder to its data.
            chmod(path, geteuid() == 0 ? 0o711 : 0o700)
        }
        guard let canonical = realpath(path, nil) else { throw EmbeddedPostgresError.lastError("realpath", path) }
        defer { free(canonical) }
        let layout = FolderLayout(root: String(cString: canonical))
        try layout.checkOwner()
        return layout
    }

    private func checkOwner() throws {
        let status = try FileStatus(of: root)
        guard status.isFolder else {
            throw EmbeddedPostgresError.folderUnusable(
                path: root, reason: "is not a folder", nextStep: "choose another path")
        }
        guard status.owner == geteuid() else {
            throw EmbeddedPostgresError.folderUnusable(
                path: root, reason: "belongs to another user", nextStep: "choose another folder, or chown this one")
        }
        guard status.mode & 0o022 == 0 else {
            throw EmbeddedPostgresError.folderUnusable(
                path: root, reason: "can be written to by other users", nextStep: "run chmod go-w '\(root)'")
        }
    }

    /// The major version that wrote the data; nil before the first start.
    func dataVersion() throws -> Int? {
        guard access(data, F_OK) == 0 else { return nil }
        let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8)
        guard let version = text.flatMap({ Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) else {
            throw EmbeddedPostgresError.folderUnusable(
                path: data, reason: "holds no PostgreSQL data", nextStep: "move it away, or choose another folder")
        }
        return version
    }
}
