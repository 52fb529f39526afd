// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets the widget's look and the pages that it may stand on; what is left out gets its default.
///
/// `PUT /api/v1/admin/widget-config`, promises G-1, 2-2, 5-2, 5-3, S-5
public enum PutWidgetSettings {
    public struct Input: Sendable {
        public let allowedOrigins: [WebOrigin]
        public let branding: BrandingDraft?

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let allowedOrigins: [WebOrigin]? = body.required("allowed_origins")
            let branding: BrandingDraft? = body.optional("branding")
            guard body.finish(), let allowedOrigins else { throw Refusal(body) }
            (self.allowedOrigins, self.branding) = (allowedOrigins, branding)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(WidgetSettings)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
