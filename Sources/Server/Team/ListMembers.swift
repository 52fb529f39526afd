import Generated
import Postgres

extension IrisAPI {
    func listMembers(as caller: AdminSession) async throws -> ListMembers.Outcome {
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            "SELECT user_id, email, full_name, org_role, joined_at FROM iris.users ORDER BY joined_at, user_id")
        let members = try (results.first ?? .none).map { row in
            Member(
                userId: try row.value("user_id"), email: try row.value("email"), fullName: try row.value("full_name"),
                orgRole: try row.value("org_role"), joinedAt: try row.value("joined_at"))
        }
        return .ok(members)
    }
}
