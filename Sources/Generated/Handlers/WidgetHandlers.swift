// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 5 of the contract: Embed the widget.
public protocol WidgetHandlers: Sendable {
    /// Shows how a workspace's widget looks.
    func getBranding(_ input: GetBranding.Input, as caller: Visitor) async throws -> GetBranding.Outcome
    /// Shows the widget's look and the pages that it may stand on.
    func getWidgetSettings(as caller: AdminSession) async throws -> GetWidgetSettings.Outcome
    /// Sets the widget's look and the pages that it may stand on; what is left out gets its default.
    func putWidgetSettings(
        _ input: PutWidgetSettings.Input, as caller: AdminSession
    ) async throws -> PutWidgetSettings.Outcome
}
