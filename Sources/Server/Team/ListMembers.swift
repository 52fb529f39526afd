import Generated
import Postgres

extension IrisAPI {
    func listMembers(as caller: AdminSession) async throws -> ListMembers.Outcome {
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT user_id, email, full_name, org_role, joined_at FROM iris.users
            WHERE tenant_id = \(caller.tenantId) ORDER BY joined_at, user_id
            """)
        return .ok(try (results.first ?? .none).map { try Member($0) })
    }
}
