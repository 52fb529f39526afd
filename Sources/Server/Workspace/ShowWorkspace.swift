import Generated
import Postgres

extension IrisAPI {
    func getWorkspace(as caller: AdminSession) async throws -> GetWorkspace.Outcome {
        let row = try await database.unit(
            for: .tenant(caller.tenantId),
            "SELECT name, handle, plan, status, created_at FROM iris.tenants WHERE tenant_id = \(caller.tenantId)"
        ).only
        return .ok(
            Workspace(
                tenantId: caller.tenantId, name: try row.value("name"), slug: try row.value("handle"),
                plan: try row.value("plan"), status: try row.value("status"), createdAt: try row.value("created_at")))
    }
}
