// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows the widget's look and the pages that it may stand on.
///
/// `GET /api/v1/admin/widget-config`, promises G-1, 2-2, 5-3, S-2
public enum GetWidgetSettings {
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
