import Foundation

/// The private folder of the server's socket.
struct SocketFolder: Sendable, Equatable {
    /// What the kernel takes as the path of a unix socket, in bytes.
    static let longestPath = 107

    let path: String

    /// The folder inside `layout`; if a socket cannot lie there, a short one in a folder for temporary files.
    static func prepare(in layout: FolderLayout, for account: ServerAccount) throws -> SocketFolder {
        if fits(layout.socket) {
            try makePrivateFolder(layout.socket, for: account)
            return SocketFolder(path: layout.socket)
        }
        if let path = try? String(contentsOfFile: layout.socketReference, encoding: .utf8), isIntact(path, account) {
            return SocketFolder(path: path)
        }
        let path = try makeShortFolder()
        try makePrivateFolder(path, for: account)
        try replaceFile(layout.socketReference, with: path, mode: 0o600)
        return SocketFolder(path: path)
    }

    /// Removes the socket of a server that is gone, and the lock beside it whose pid may be anybody's by now.
    func removeStaleSocket() {
        unlink("\(path)/.s.PGSQL.\(ServerSettings.port)")
        unlink("\(path)/.s.PGSQL.\(ServerSettings.port).lock")
    }

    /// Whether a socket in a folder can be bound and named: the kernel limits its length, libpq splits at commas.
    static func fits(_ folder: String) -> Bool {
        "\(folder)/.s.PGSQL.\(ServerSettings.port)".utf8.count <= longestPath && !folder.contains(",")
    }

    /// Whether a remembered folder is still there and still nobody else's.
    private static func isIntact(_ path: String, _ account: ServerAccount) -> Bool {
        guard fits(path), let status = try? FileStatus(of: path) else { return false }
        return status.isFolder && status.owner == account.user && status.isPrivate
    }

    private static func makeShortFolder() throws -> String {
        // The runtime folder of root is closed to the account that runs the server.
        let runtime = geteuid() == 0 ? nil : ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"]
        let parents = [runtime, "/tmp"].compactMap { $0 }.filter { $0.hasPrefix("/") && fits($0 + "/postgres-XXXXXX") }
        for parent in parents {
            var template = Array("\(parent)/postgres-XXXXXX".utf8CString)
            if mkdtemp(&template) != nil {
                return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
        throw EmbeddedPostgresError.lastError("mkdtemp", "/tmp")
    }
}
