import Generated
import Postgres
import Runtime

extension IrisAPI {
    func getBranding(_ input: GetBranding.Input, as caller: Visitor) async throws -> GetBranding.Outcome {
        guard let widget = try await database.widget(of: input.tenantId, for: .visitor(of: input.tenantId)) else {
            return .notFound
        }
        return .ok(PublicWidget(tenantId: input.tenantId, branding: widget.branding))
    }

    func getWidgetSettings(as caller: AdminSession) async throws -> GetWidgetSettings.Outcome {
        guard let widget = try await database.widget(of: caller.tenantId, for: .tenant(caller.tenantId)) else {
            throw MissingRow()
        }
        return .ok(widget.settings)
    }

    /// Replaces everything: what is left out is stored as nothing, and has its default again.
    func putWidgetSettings(
        _ input: PutWidgetSettings.Input, as caller: AdminSession
    ) async throws -> PutWidgetSettings.Outcome {
        let tenant = caller.tenantId
        let origins = AllowedOrigins(input.allowedOrigins.map(\.text)).origins.map(\.text)
        let look = input.branding
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            INSERT INTO iris.widget_settings (tenant_id, allowed_origins, primary_color, text_color, title, logo_url,
                                              welcome_message, launcher_position, updated_at)
            VALUES (\(tenant), \(origins), \(look?.primaryColor), \(look?.textColor), \(look?.title),
                    \(look?.logoUrl), \(look?.welcomeMessage), \(look?.launcherPosition), now())
            ON CONFLICT (tenant_id) DO UPDATE
            SET allowed_origins = excluded.allowed_origins, primary_color = excluded.primary_color,
                text_color = excluded.text_color, title = excluded.title, logo_url = excluded.logo_url,
                welcome_message = excluded.welcome_message, launcher_position = excluded.launcher_position,
                updated_at = excluded.updated_at
            RETURNING \(StoredWidget.columns)
            """,
            AuditLog.statement(
                .widgetChanged, by: .member(caller.userId), of: tenant, in: tenant, from: caller.origin))
        return .ok(try StoredWidget(try results.only).settings)
    }
}

extension ServerGate {
    /// Publishable keys stand in web pages, and work on those that the workspace lists.
    func lists(_ page: String, for caller: KeyPrincipal) async throws -> Bool {
        let widget = try await database.widget(of: caller.tenantId, for: .tenant(caller.tenantId))
        return widget?.allowedOrigins.admit(page) ?? false
    }
}
