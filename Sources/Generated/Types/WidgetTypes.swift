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
        primaryColor: Color,
        textColor: Color,
        title: WidgetTitle,
        logoUrl: LogoLink? = nil,
        welcomeMessage: WelcomeMessage,
        launcherPosition: LauncherPosition
    ) {
        self.primaryColor = primaryColor
        self.textColor = textColor
        self.title = title
        self.logoUrl = logoUrl
        self.welcomeMessage = welcomeMessage
        self.launcherPosition = launcherPosition
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
        primaryColor: Color? = nil,
        textColor: Color? = nil,
        title: WidgetTitle? = nil,
        logoUrl: LogoLink? = nil,
        welcomeMessage: WelcomeMessage? = nil,
        launcherPosition: LauncherPosition? = nil
    ) {
        self.primaryColor = primaryColor
        self.textColor = textColor
        self.title = title
        self.logoUrl = logoUrl
        self.welcomeMessage = welcomeMessage
        self.launcherPosition = launcherPosition
    }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        guard json.openObject() else {
            json.refuseType("an object", &problems)
            return nil
        }
        var incomingPrimaryColor = Incoming<Color>.absent
        var incomingTextColor = Incoming<Color>.absent
        var incomingTitle = Incoming<WidgetTitle>.absent
        var incomingLogoUrl = Incoming<LogoLink>.absent
        var incomingWelcomeMessage = Incoming<WelcomeMessage>.absent
        var incomingLauncherPosition = Incoming<LauncherPosition>.absent
        while let key = json.nextKey() {
            switch key {
            case "primary_color": incomingPrimaryColor = .read(key, from: &json, &problems)
            case "text_color": incomingTextColor = .read(key, from: &json, &problems)
            case "title": incomingTitle = .read(key, from: &json, &problems)
            case "logo_url": incomingLogoUrl = .read(key, from: &json, &problems)
            case "welcome_message": incomingWelcomeMessage = .read(key, from: &json, &problems)
            case "launcher_position": incomingLauncherPosition = .read(key, from: &json, &problems)
            default: json.skipValue()
            }
        }
        let primaryColor = incomingPrimaryColor.optional("primary_color", &problems)
        let textColor = incomingTextColor.optional("text_color", &problems)
        let title = incomingTitle.optional("title", &problems)
        let logoUrl = incomingLogoUrl.absentOrNull("logo_url", &problems)
        let welcomeMessage = incomingWelcomeMessage.optional("welcome_message", &problems)
        let launcherPosition = incomingLauncherPosition.optional("launcher_position", &problems)
        return Self(
            primaryColor: primaryColor,
            textColor: textColor,
            title: title,
            logoUrl: logoUrl,
            welcomeMessage: welcomeMessage,
            launcherPosition: launcherPosition
        )
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

    public init(tenantId: TenantId, branding: Branding) {
        self.tenantId = tenantId
        self.branding = branding
    }

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
        self.allowedOrigins = allowedOrigins
        self.branding = branding
        self.updatedAt = updatedAt
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
