// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets the widget's look and the pages that it may stand on; what is left out gets its default.
///
/// `PUT /api/v1/admin/widget-config`
/// promises G-1, 2-2, 5-2, 5-3, S-5
public enum PutWidgetSettings {
    public struct Input: Sendable {
        public let allowedOrigins: [WebOrigin]
        public let branding: BrandingDraft?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingAllowedOrigins = Incoming<[WebOrigin]>.absent
            var incomingBranding = Incoming<BrandingDraft>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "allowed_origins": incomingAllowedOrigins = .read(key, from: &json, &problems)
                case "branding": incomingBranding = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let allowedOrigins = incomingAllowedOrigins.required("allowed_origins", &problems)
            let branding = incomingBranding.optional("branding", &problems)
            guard let allowedOrigins, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.allowedOrigins = allowedOrigins
            self.branding = branding
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(WidgetSettings)

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
