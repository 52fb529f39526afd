extension Cluster {
    /// The libpq connection string of a role and a database.
    ///
    /// `requirepeer` makes the client refuse a socket that another account listens on.
    func connectionString(user: String, database: String) -> String {
        let fields = [
            ("host", socket.path), ("port", "\(ServerSettings.port)"), ("user", user), ("dbname", database),
            ("requirepeer", account.name),
        ]
        return fields.compactMap { key, value in value.map { "\(key)=\(Self.quoted($0))" } }.joined(separator: " ")
    }

    static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
