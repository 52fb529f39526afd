// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension Branding: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            primaryColor: fields.take("primary_color"), textColor: fields.take("text_color"),
            title: fields.take("title"), logoUrl: fields.takeOrNull("logo_url"),
            welcomeMessage: fields.take("welcome_message"), launcherPosition: fields.take("launcher_position"))
    }
}
extension BrandingDraft: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("primary_color", ifPresent: primaryColor)
        json.member("text_color", ifPresent: textColor)
        json.member("title", ifPresent: title)
        json.member("logo_url", ifPresent: logoUrl)
        json.member("welcome_message", ifPresent: welcomeMessage)
        json.member("launcher_position", ifPresent: launcherPosition)
        json.closeObject()
    }
}
extension PublicWidget: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(tenantId: fields.take("tenant_id"), branding: fields.take("branding"))
    }
}
extension WidgetSettings: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            allowedOrigins: fields.take("allowed_origins"), branding: fields.take("branding"),
            updatedAt: fields.takeOrNull("updated_at"))
    }
}
