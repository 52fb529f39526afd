// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func getBranding(_ input: GetBranding.Input, as caller: Visitor) async throws -> GetBranding.Outcome {
        .ok(PublicWidget.example)
    }

    public func getWidgetSettings(as caller: AdminSession) async throws -> GetWidgetSettings.Outcome {
        .ok(WidgetSettings.example)
    }

    public func putWidgetSettings(
        _ input: PutWidgetSettings.Input, as caller: AdminSession
    ) async throws -> PutWidgetSettings.Outcome {
        .ok(WidgetSettings.example)
    }
}
