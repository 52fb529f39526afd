// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Shows how a workspace's widget looks.
    public func getBranding(tenantId: TenantId) async throws(ClientFailure<GetBranding.Code>) -> PublicWidget {
        try await ask(.getBranding, 200, refusals: GetBranding.Code.self, query: ["tenant_id": tenantId])
    }
    /// Shows the widget's look and the pages that it may stand on.
    public func getWidgetSettings() async throws(ClientFailure<NoCode>) -> WidgetSettings {
        try await ask(.getWidgetSettings, 200)
    }
    /// Sets the widget's look and the pages that it may stand on; what is left out gets its default.
    public func putWidgetSettings(
        allowedOrigins: [WebOrigin], branding: BrandingDraft? = nil
    ) async throws(ClientFailure<NoCode>) -> WidgetSettings {
        try await ask(.putWidgetSettings, 200, body: ["allowed_origins": allowedOrigins, "branding": branding])
    }
}
