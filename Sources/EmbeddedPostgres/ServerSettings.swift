/// The settings of an embedded server: ours, and the caller's on top.
struct ServerSettings: Sendable {
    private let overrides: [String: String]

    /// Whether committed data survives a power cut.
    var isDurable: Bool { !["off", "false", "no", "0"].contains(overrides["fsync"]?.lowercased() ?? "on") }

    /// - Throws: `.settingRefused` for a setting that is ours alone and for text that a configuration file cannot hold.
    init(overrides: [String: String]) throws {
        for (name, value) in overrides {
            if Self.reserved.contains(name.lowercased()) {
                throw EmbeddedPostgresError.settingRefused(name: name, reason: "it decides who can connect and where")
            }
            let letters = name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_.".utf8.contains($0) }
            guard letters, name.utf8.first.map({ $0 > UInt8(ascii: "9") }) ?? false else {
                throw EmbeddedPostgresError.settingRefused(name: name, reason: "it is no name in lower case")
            }
            guard !value.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw EmbeddedPostgresError.settingRefused(name: name, reason: "its value holds a control character")
            }
        }
        self.overrides = overrides
    }

    /// `postgresql.conf`, whole: the file that `initdb` wrote is not read.
    func configuration(socketFolder: String, access: String) -> String {
        // A list of folders: the quotes keep a comma from splitting it.
        let folders = "\"" + socketFolder.replacing("\"", with: "\"\"") + "\""
        let place = ["listen_addresses": "", "unix_socket_directories": folders, "hba_file": access]
        let merged = Self.defaults.merging(overrides) { $1 }.merging(Self.fixed) { $1 }.merging(place) { $1 }
        let lines = merged.sorted { $0.key < $1.key }.map { "\($0.key) = \(Self.quoted($0.value))\n" }
        return "# Written anew at every start.\n" + lines.joined()
    }

    /// `pg_hba.conf`: whoever reaches the socket is trusted, and nobody reaches it but the account and root.
    static let access = """
        local all         all trust
        local replication all reject

        """

    static let port = 5432

    private static let reserved: Set<String> = [
        "config_file", "data_directory", "event_source", "external_pid_file", "hba_file", "ident_file", "include",
        "include_dir", "include_if_exists", "listen_addresses", "port", "unix_socket_directories", "unix_socket_group",
        "unix_socket_permissions",
    ]

    private static let fixed = [
        "port": "\(port)",
        "unix_socket_permissions": "0700",
        "unix_socket_group": "",
    ]

    private static let defaults = [
        // Modest in memory: a few sessions on a machine that does other things, too.
        "shared_buffers": "64MB",
        "maintenance_work_mem": "32MB",
        "max_connections": "100",
        "max_wal_size": "512MB",
        "huge_pages": "off",
        "jit": "off",
        // Nobody replicates from it.
        "wal_level": "minimal",
        "max_wal_senders": "0",
        "password_encryption": "scram-sha-256",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        // The log tells what failed, never the rows: no statements, no parameters, no `Key (email)=(…)`.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "log_line_prefix": "%m [%p] ",
    ]

    private static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
