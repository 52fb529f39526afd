import Generated
import Postgres
import Runtime

/// A workspace's widget as it is stored.
struct StoredWidget: Sendable {
    static let columns = Columns(
        """
        allowed_origins, primary_color, text_color, title, logo_url, welcome_message, launcher_position, updated_at
        """)

    let allowedOrigins: AllowedOrigins
    let branding: Branding
    /// Nil until an admin has set anything.
    let updatedAt: Timestamp?

    init(_ row: Row) throws {
        allowedOrigins = AllowedOrigins(try row.value("allowed_origins") as [String]? ?? [])
        let standard = Branding.standard
        branding = Branding(
            primaryColor: try row.value("primary_color") ?? standard.primaryColor,
            textColor: try row.value("text_color") ?? standard.textColor,
            title: try row.value("title") ?? standard.title,
            logoUrl: try row.value("logo_url") ?? standard.logoUrl,
            welcomeMessage: try row.value("welcome_message") ?? standard.welcomeMessage,
            launcherPosition: try (row.value("launcher_position") as String?).flatMap(LauncherPosition.init)
                ?? standard.launcherPosition)
        updatedAt = try row.value("updated_at")
    }

    /// All of it, for admins.
    var settings: WidgetSettings {
        WidgetSettings(
            allowedOrigins: allowedOrigins.origins.map { WebOrigin(trusted: $0.text) }, branding: branding,
            updatedAt: updatedAt)
    }
}

extension Branding {
    /// How a widget looks that nobody has changed.
    static let standard = Branding(
        primaryColor: Color(trusted: "#2F6FED"), textColor: Color(trusted: "#FFFFFF"),
        title: WidgetTitle(trusted: "How can we help?"), logoUrl: nil,
        welcomeMessage: WelcomeMessage(trusted: "Ask us anything."), launcherPosition: .bottomRight)
}

extension Database {
    /// The widget of a workspace; nil when there is no such workspace, or it is suspended.
    func widget(of tenant: TenantId, for subject: Subject) async throws -> StoredWidget? {
        let results = try await unit(
            for: subject,
            """
            SELECT \(StoredWidget.columns)
            FROM iris.tenants t LEFT JOIN iris.widget_settings w USING (tenant_id)
            WHERE t.tenant_id = \(tenant) AND t.status = 'active'
            """)
        return try results.first?.first.map(StoredWidget.init)
    }
}
