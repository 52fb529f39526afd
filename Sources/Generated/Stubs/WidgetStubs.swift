// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func getBranding(_ input: GetBranding.Input, as caller: Visitor) -> GetBranding.Outcome { .ok(.example) }
    public func getWidgetSettings(as caller: AdminSession) -> GetWidgetSettings.Outcome { .ok(.example) }
    public func putWidgetSettings(
        _ input: PutWidgetSettings.Input, as caller: AdminSession
    ) -> PutWidgetSettings.Outcome { .ok(.example) }
}
