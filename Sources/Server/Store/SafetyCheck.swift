import Postgres

/// Refuses to work with a database that would not keep tenants apart.
struct SafetyCheck {
    let pool: PostgresPool

    func run() async throws {
        try await checkRole()
        try await checkTables()
    }

    /// Row-level security does not bind superusers, roles with BYPASSRLS, or a table's owner.
    private func checkRole() async throws {
        let rows = try await pool.run(
            Unit(statements: [
                """
                SELECT current_user::text AS name,
                       EXISTS (
                           SELECT FROM pg_roles o
                           WHERE (o.rolsuper OR o.rolbypassrls) AND pg_has_role(current_user, o.oid, 'MEMBER')
                       ) AS exempt,
                       EXISTS (
                           SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname = 'iris' AND pg_has_role(current_user, c.relowner, 'MEMBER')
                       ) AS owner
                FROM pg_roles r WHERE r.rolname = current_user
                """
            ]))
        guard let role = rows.first?.first else {
            throw StartupError(problem: "the database does not tell its role", remedy: "check DATABASE_URL")
        }
        let name: String = try role.value("name")
        if try role.value("exempt") as Bool {
            throw StartupError(
                problem: "the database role '\(name)' bypasses row-level security",
                remedy: "let DATABASE_URL name a role without SUPERUSER and BYPASSRLS, such as iris_server")
        }
        if try role.value("owner") as Bool {
            throw StartupError(
                problem: "the database role '\(name)' owns Iris's tables and could switch their security off",
                remedy: "let DATABASE_URL name a role that owns nothing, such as iris_server")
        }
    }

    /// Every table must have row-level security, enabled and forced; and one that the role may read, a policy for
    /// everybody beside those of the jobs.
    private func checkTables() async throws {
        let rows = try await pool.run(
            Unit(statements: [
                """
                SELECT c.relname::text AS name,
                       c.relrowsecurity AND c.relforcerowsecurity
                           AND (
                               NOT has_table_privilege(c.oid, 'SELECT')
                               OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polroles = '{0}')
                           ) AS safe
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'iris' AND c.relkind IN ('r', 'p') ORDER BY 1
                """
            ]))
        guard let tables = rows.first, !tables.isEmpty else {
            throw StartupError(
                problem: "the database has no Iris schema",
                remedy: "run `iris-server migrate` with DATABASE_ADMIN_URL once")
        }
        let unsafe = try tables.filter { try !($0.value("safe") as Bool) }.map { try $0.value("name") as String }
        guard unsafe.isEmpty else {
            throw StartupError(
                problem: "row-level security is not in force on \(unsafe.joined(separator: ", "))",
                remedy: "restore ENABLE and FORCE ROW LEVEL SECURITY and the policies of these tables")
        }
    }
}

/// Why the server does not start, and what to do.
struct StartupError: Error, CustomStringConvertible {
    let problem: String
    let remedy: String

    var description: String { "\(problem); \(remedy)" }
}
