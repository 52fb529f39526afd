import Contract

/// What admins see and set, and what anybody may ask.
extension Workspace {
    mutating func tryAdministration() async throws {
        for name in [
            "getWorkspace", "getUsage", "getRetentionPolicy", "listAudit", "exportAudit", "listFailedMails",
            "getWidgetSettings",
        ] { try await attempt(name, token: "session") }
        try await attempt(
            "putRetentionPolicy", ["message_days": .number("2190"), "audit_days": .number("2190")], token: "session")
        let branding = JSON.object([
            JSON.Member(key: "title", value: .string("Ask us")),
            JSON.Member(key: "primary_color", value: .string("#112233")),
        ])
        try await attempt(
            "putWidgetSettings",
            ["allowed_origins": .array([.string("https://app.example.com")]), "branding": branding], token: "session")
        try await attempt("getBranding", ["tenant_id": text("tenant")])
        try await attempt("checkHealth")
        try await attempt("checkReadiness")
    }
}
