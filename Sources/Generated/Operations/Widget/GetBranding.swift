// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows how a workspace's widget looks.
///
/// `GET /api/v1/widget-config`, promises G-1, 5-4
public enum GetBranding {
    public struct Input: Sendable {
        public let tenantId: TenantId

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let tenantId: TenantId? = query.required("tenant_id", &problems)
            guard problems.isEmpty, let tenantId else { throw Refusal(problems) }
            self.tenantId = tenantId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(PublicWidget)
        /// 404: There is nothing here that you can see.
        case notFound
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            }
        }
    }
}
