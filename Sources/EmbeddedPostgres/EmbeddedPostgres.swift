import Foundation
import Logging

/// A private PostgreSQL server in a folder, for development and for tests.
///
/// It listens on a unix socket only. Two checks of the kernel guard that socket, its folder's mode and its own, so
/// that nobody but the owning account and root can connect: whoever passes them could read the data files as well,
/// and needs no password. The client in turn checks the account of the server (`requirepeer`).
///
/// As root the server runs as `postgres`, or as `nobody` if there is no such account. Durability is on unless
/// `settings` turns it off. A server left behind by a killed owner is stopped by the next `start` on its folder.
///
/// The actor guards one invariant: `ownership` is held for as long as a server of ours runs. It has an executor of its
/// own, so its methods may block without holding a thread of the cooperative pool. Call `stop()` before letting go of
/// it: without that, the server runs on until the next `start`.
public actor EmbeddedPostgres {
    /// The libpq connection string of the superuser `postgres` in the database `postgres`.
    public nonisolated let connectionString: String
    /// The major version of the server, such as 15.
    public nonisolated let majorVersion: Int

    private let cluster: Cluster
    private let executor: BlockingExecutor
    private var ownership: FolderLock?
    private var server: Postmaster?

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Starts a server, with a fresh database cluster if the folder holds none; returns when it takes connections.
    ///
    /// - Parameters:
    ///   - folder: Holds the data, the log and the locks; created if absent. One server at a time may own it.
    ///   - settings: PostgreSQL settings on top of our own, such as `["fsync": "off"]` in tests. Those that decide who
    ///     may connect are refused.
    ///   - binaries: The folder of `postgres` and `initdb`, version 15 or newer; looked for if nil.
    /// - Throws: `EmbeddedPostgresError`, which says what to do next.
    public static func start(
        folder: String,
        logger: Logger = Logger(label: "embedded-postgres"),
        settings: [String: String] = [:],
        binaries: String? = nil
    ) async throws -> EmbeddedPostgres {
        let executor = BlockingExecutor()
        let settings = try ServerSettings(overrides: settings)
        let (cluster, ownership) = try await executor.run {
            let layout = try FolderLayout.open(folder)
            let ownership = try FolderLock.own(layout)
            return (try Cluster.prepare(layout, settings: settings, binaries: binaries, logger: logger), ownership)
        }
        let postgres = EmbeddedPostgres(cluster: cluster, ownership: ownership, executor: executor)
        try await postgres.launch()
        return postgres
    }

    private init(cluster: Cluster, ownership: FolderLock, executor: BlockingExecutor) {
        self.cluster = cluster
        self.ownership = ownership
        self.executor = executor
        connectionString = cluster.connectionString(user: "postgres", database: "postgres")
        majorVersion = cluster.binaries.majorVersion
    }

    /// The process id of the running postmaster; nil when stopped.
    public var processIdentifier: Int32? { server?.processIdentifier }

    /// The libpq connection string of any role and database; neither needs to exist yet.
    public nonisolated func connectionString(user: String, database: String) -> String {
        cluster.connectionString(user: user, database: database)
    }

    /// Stops the server and lets go of the folder; does nothing when stopped.
    ///
    /// Sessions are ended and a checkpoint is written. A server that has not gone after 30 s is stopped without a
    /// checkpoint, after 10 s more it is killed: no committed transaction is lost either way.
    public func stop() async {
        if let server, !server.stop() {
            cluster.logger.error("PostgreSQL does not end", metadata: ["pid": "\(server.processIdentifier)"])
        }
        server = nil
        ownership = nil
    }

    /// Kills the postmaster with SIGKILL, as a crash does, and lets go of the folder. For tests of recovery.
    public func kill() async {
        server?.crash()
        server = nil
        ownership = nil
    }

    /// Stops the server if it runs and starts it again, with the same settings and the same connection strings.
    ///
    /// - Throws: `EmbeddedPostgresError`, `.folderInUse` if another owner took the folder after `stop()`.
    public func restart() async throws {
        server?.stop()
        server = nil
        try launch()
    }

    /// Lets go of the folder while the server runs on, as an owner does that is killed with SIGKILL.
    func abandon() {
        server = nil
        ownership = nil
    }

    private func launch() throws {
        if ownership == nil { ownership = try FolderLock.own(cluster.layout) }
        do {
            server = try cluster.start()
        } catch {
            ownership = nil
            throw error
        }
    }
}
