import Foundation

/// An installed PostgreSQL: where its programs lie, and its major version.
struct ServerBinaries: Sendable, Equatable {
    static let oldestVersion = 15

    let folder: String
    let majorVersion: Int

    var postgres: String { folder + "/postgres" }
    var initdb: String { folder + "/initdb" }

    /// The installation in `folder` if named, else the best one found.
    ///
    /// - Parameter dataVersion: The version that wrote the data: an installation of it is preferred to newer ones, so
    ///   that installing a new version does not lock anybody out of a folder.
    static func locate(in folder: String?, dataVersion: Int?) throws -> ServerBinaries {
        let folders = folder.map { [$0] } ?? candidates()
        guard let best = choose(from: folders.compactMap(inspect), dataVersion: dataVersion) else {
            throw EmbeddedPostgresError.binariesNotFound(searched: folders)
        }
        return best
    }

    /// The installation of the data's version, else the newest that is new enough.
    static func choose(from installed: [ServerBinaries], dataVersion: Int?) -> ServerBinaries? {
        let usable = installed.filter { $0.majorVersion >= oldestVersion }
        return usable.first { $0.majorVersion == dataVersion } ?? usable.max { $0.majorVersion < $1.majorVersion }
    }

    /// The major version in what `postgres --version` says, such as `postgres (PostgreSQL) 15.18 (Debian …)`.
    static func majorVersion(from announcement: String) -> Int? {
        guard let version = announcement.split(separator: " ").dropFirst(2).first else { return nil }
        return Int(version.prefix { $0.isASCII && $0.isNumber })
    }

    private static func candidates() -> [String] {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        // An empty entry of PATH means the working folder; nothing is run from there.
        let path = search.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        let announced = path.map { $0 + "/pg_config" }.first { access($0, X_OK) == 0 }
            .flatMap { try? ChildProcess(executable: $0, arguments: ["--bindir"]).capture() }
            .map { $0.output.trimmingCharacters(in: .whitespacesAndNewlines) }
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let packaged = versions.compactMap(Int.init).sorted(by: >).map { "/usr/lib/postgresql/\($0)/bin" }
        return [announced].compactMap { $0 }.filter { $0.hasPrefix("/") } + packaged + path
    }

    private static func inspect(_ folder: String) -> ServerBinaries? {
        let postgres = folder + "/postgres"
        guard access(postgres, X_OK) == 0, access(folder + "/initdb", X_OK) == 0,
            let answer = try? ChildProcess(executable: postgres, arguments: ["--version"]).capture(),
            answer.status == 0, let version = majorVersion(from: answer.output)
        else { return nil }
        return ServerBinaries(folder: folder, majorVersion: version)
    }
}
