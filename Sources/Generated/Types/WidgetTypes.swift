// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct Branding: JSONWritable {
    public let primaryColor: Color
    public let textColor: Color
    public let title: WidgetTitle
    public let logoUrl: LogoLink?
    public let welcomeMessage: WelcomeMessage
    public let launcherPosition: LauncherPosition

    public init(
        primaryColor: Color, textColor: Color, title: WidgetTitle, logoUrl: LogoLink? = nil,
        welcomeMessage: WelcomeMessage, launcherPosition: LauncherPosition
    ) {
        (self.primaryColor, self.textColor, self.title, self.logoUrl) = (primaryColor, textColor, title, logoUrl)
        (self.welcomeMessage, self.launcherPosition) = (welcomeMessage, launcherPosition)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("primary_color", primaryColor)
        json.member("text_color", textColor)
        json.member("title", title)
        json.member("logo_url", orNull: logoUrl)
        json.member("welcome_message", welcomeMessage)
        json.member("launcher_position", launcherPosition)
        json.closeObject()
    }
}

/// Branding as an admin sets it; what is left out gets its default.
public struct BrandingDraft: JSONReadable {
    public let primaryColor: Color?
    public let textColor: Color?
    public let title: WidgetTitle?
    public let logoUrl: LogoLink?
    public let welcomeMessage: WelcomeMessage?
    public let launcherPosition: LauncherPosition?

    public init(
        primaryColor: Color? = nil, textColor: Color? = nil, title: WidgetTitle? = nil, logoUrl: LogoLink? = nil,
        welcomeMessage: WelcomeMessage? = nil, launcherPosition: LauncherPosition? = nil
    ) {
        (self.primaryColor, self.textColor, self.title, self.logoUrl) = (primaryColor, textColor, title, logoUrl)
        (self.welcomeMessage, self.launcherPosition) = (welcomeMessage, launcherPosition)
    }
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let primaryColor: Color? = fields.optional("primary_color")
            let textColor: Color? = fields.optional("text_color")
            let title: WidgetTitle? = fields.optional("title")
            let logoUrl: LogoLink? = fields.absentOrNull("logo_url")
            let welcomeMessage: WelcomeMessage? = fields.optional("welcome_message")
            let launcherPosition: LauncherPosition? = fields.optional("launcher_position")
            return Self(
                primaryColor: primaryColor, textColor: textColor, title: title, logoUrl: logoUrl,
                welcomeMessage: welcomeMessage, launcherPosition: launcherPosition)
        }
    }
}

public struct Color: TextScalar {
    public static let rule = TextRule(7...7, format: .color)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public enum LauncherPosition: String, Enumeration {
    case bottomRight = "bottom_right"
    case bottomLeft = "bottom_left"
}

public struct LogoLink: TextScalar {
    public static let rule = TextRule(9...500, format: .link)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// What anybody may know of a workspace's widget.
public struct PublicWidget: JSONWritable {
    public let tenantId: TenantId
    public let branding: Branding

    public init(tenantId: TenantId, branding: Branding) { (self.tenantId, self.branding) = (tenantId, branding) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant_id", tenantId)
        json.member("branding", branding)
        json.closeObject()
    }
}

/// Where a web page comes from; https://*.example.com stands for every host below example.com.
public struct WebOrigin: TextScalar {
    public static let rule = TextRule(8...255, format: .origin)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct WelcomeMessage: TextScalar {
    public static let rule = TextRule(1...500, isSingleLine: false)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct WidgetSettings: JSONWritable {
    public let allowedOrigins: [WebOrigin]
    public let branding: Branding
    public let updatedAt: Timestamp?

    public init(allowedOrigins: [WebOrigin], branding: Branding, updatedAt: Timestamp? = nil) {
        (self.allowedOrigins, self.branding, self.updatedAt) = (allowedOrigins, branding, updatedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("allowed_origins", allowedOrigins)
        json.member("branding", branding)
        json.member("updated_at", orNull: updatedAt)
        json.closeObject()
    }
}

public struct WidgetTitle: TextScalar {
    public static let rule = TextRule(1...60)
    public let text: String
    public init(trusted text: String) { self.text = text }
}
