import Foundation
import Logging

/// Everything that is decided before a server starts: its folder, account, programs, socket and settings.
struct Cluster: Sendable {
    /// How long recovery after a crash may take.
    static let readinessLimit = Duration.seconds(120)

    let layout: FolderLayout
    let account: ServerAccount
    let binaries: ServerBinaries
    let socket: SocketFolder
    let settings: ServerSettings
    let logger: Logger

    private var log: ServerLog { ServerLog(path: layout.log) }

    /// Decides it all for a folder that is ours; starts nothing.
    static func prepare(
        _ layout: FolderLayout, settings: ServerSettings, binaries: String?, logger: Logger
    ) throws -> Cluster {
        let dataVersion = try layout.dataVersion()
        let account = try ServerAccount.choose(for: layout)
        try account.checkReach(of: layout.root)
        let binaries = try ServerBinaries.locate(in: binaries, dataVersion: dataVersion)
        if let dataVersion, dataVersion != binaries.majorVersion {
            throw EmbeddedPostgresError.versionMismatch(
                folder: layout.data, data: dataVersion, installed: binaries.majorVersion)
        }
        return Cluster(
            layout: layout, account: account, binaries: binaries,
            socket: try SocketFolder.prepare(in: layout, for: account), settings: settings, logger: logger)
    }

    /// Clears away what an earlier owner left, creates the data if there is none, and starts the server.
    func start() throws -> Postmaster {
        let lock = try Predecessor(layout: layout, logger: logger).clear()
        socket.removeStaleSocket()
        if try layout.dataVersion() == nil { try initialize(holding: lock) }

        let text = settings.configuration(socketFolder: socket.path, access: layout.accessRules)
        try replaceFile(layout.configuration, with: text, mode: 0o644)
        try replaceFile(layout.accessRules, with: ServerSettings.access, mode: 0o644)

        let output = try log.open()
        defer { close(output) }
        let arguments = ["-D", layout.data, "--config-file=\(layout.configuration)"]
        let child = account.running(ChildProcess(executable: binaries.postgres, arguments: arguments))
        let server = Postmaster(
            processIdentifier: try child.spawn(output: output, heirloom: lock),
            serverLock: layout.serverLock)
        try awaitReadiness(of: server)
        let facts: Logger.Metadata = [
            "folder": "\(layout.root)", "pid": "\(server.processIdentifier)", "version": "\(binaries.majorVersion)",
        ]
        logger.info("embedded PostgreSQL takes connections", metadata: facts)
        return server
    }

    private func awaitReadiness(of server: Postmaster) throws {
        let ready = try poll(for: Self.readinessLimit) {
            if let status = ChildProcess.reap(server.processIdentifier) {
                throw EmbeddedPostgresError.startFailed(reason: "it ended with status \(status)", log: log.tail())
            }
            guard let file = PostmasterFile.read(in: layout.data) else { return false }
            return file.processIdentifier == server.processIdentifier && file.isReady
        }
        guard ready else {
            server.stop()
            throw EmbeddedPostgresError.startFailed(
                reason: "it was not ready after \(Self.readinessLimit)", log: log.tail())
        }
    }

    /// Creates the data aside and renames it, so that an interruption leaves nothing half done in its place.
    ///
    /// - Parameter lock: Inherited by `initdb`, so that one that outlives us is waited for.
    private func initialize(holding lock: FolderLock) throws {
        if access(layout.unfinishedData, F_OK) == 0 {
            try FileManager.default.removeItem(atPath: layout.unfinishedData)
        }
        try makePrivateFolder(layout.unfinishedData, for: account)
        let output = try log.open()
        defer { close(output) }
        let arguments = initializationArguments()
        let status = try account.running(ChildProcess(executable: binaries.initdb, arguments: arguments))
            .run(output: output, heirloom: lock)
        guard status == 0 else {
            throw EmbeddedPostgresError.initializationFailed(status: status, log: log.tail())
        }
        guard rename(layout.unfinishedData, layout.data) == 0 else {
            throw EmbeddedPostgresError.lastError("rename", layout.data)
        }
        let folder = open(layout.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw EmbeddedPostgresError.lastError("fsync", layout.root) }
    }

    /// Text sorts by code point: an upgrade of the system's locales then cannot break an index.
    private func initializationArguments() -> [String] {
        let locale =
            binaries.majorVersion >= 17
            ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            : ["--locale=C.UTF-8", "--lc-collate=C"]
        return ["--pgdata=\(layout.unfinishedData)", "--username=postgres", "--encoding=UTF8", "--data-checksums"]
            + ["--auth-local=trust", "--auth-host=reject", "--no-instructions"] + locale
            + (settings.isDurable ? [] : ["--no-sync"])
    }
}
