import Foundation

/// The user that PostgreSQL runs as. It refuses to run as root, so root lends it an account without privileges.
struct ServerAccount: Sendable, Equatable {
    /// Its name; nil if the user database does not know it.
    let name: String?
    let user: uid_t
    let group: gid_t

    /// We ourselves; as root the owner of the data there is, else `postgres`, else `nobody`.
    static func choose(for layout: FolderLayout) throws -> ServerAccount {
        let dataOwner = try? FileStatus(of: layout.data).owner
        guard geteuid() == 0 else {
            guard dataOwner ?? geteuid() == geteuid() else {
                throw EmbeddedPostgresError.folderUnusable(
                    path: layout.data, reason: "belongs to another user",
                    nextStep: "start as that user or as root, or choose another folder")
            }
            return ServerAccount(name: find(user: geteuid())?.name, user: geteuid(), group: getegid())
        }
        if let dataOwner, dataOwner != 0, let account = find(user: dataOwner) { return account }
        guard let account = find(named: "postgres") ?? find(named: "nobody"), account.user != 0 else {
            throw EmbeddedPostgresError.folderUnusable(
                path: layout.root, reason: "has no account to run PostgreSQL as, which refuses root",
                nextStep: "create the user postgres, or start as an ordinary user")
        }
        return account
    }

    /// The same program, run as this account: without groups besides its own, and unable to gain privileges.
    func running(_ child: ChildProcess) -> ChildProcess {
        guard geteuid() == 0 else { return child }
        let identity = ["--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--no-new-privs", "--"]
        return ChildProcess(executable: "/usr/bin/setpriv", arguments: identity + [child.executable] + child.arguments)
    }

    /// Checks that the account can pass through every folder down to `path`.
    func checkReach(of path: String) throws {
        guard geteuid() == 0, try !canEnter(path) else { return }
        var reached = ""
        for component in path.split(separator: "/") {
            reached += "/" + component
            guard try canEnter(reached) else {
                throw EmbeddedPostgresError.folderUnusable(
                    path: reached, reason: "cannot be entered by \(name ?? "user \(user)"), who runs PostgreSQL",
                    nextStep: "choose a folder outside of it, or run chmod o+x '\(reached)'")
            }
        }
    }

    /// Asks the kernel rather than the mode: access lists and mounts count, too.
    private func canEnter(_ path: String) throws -> Bool {
        try running(ChildProcess(executable: "/usr/bin/test", arguments: ["-x", path])).capture().status == 0
    }

    private static func find(named name: String) -> ServerAccount? {
        find { getpwnam_r(name, $0, $1, $2, $3) }
    }

    private static func find(user: uid_t) -> ServerAccount? {
        find { getpwuid_r(user, $0, $1, $2, $3) }
    }

    private typealias LookUp = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private static func find(_ lookUp: LookUp) -> ServerAccount? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { text in
            guard let start = text.baseAddress, lookUp(&entry, start, text.count, &found) == 0, found != nil else {
                return nil
            }
            return ServerAccount(name: String(cString: entry.pw_name), user: entry.pw_uid, group: entry.pw_gid)
        }
    }
}
