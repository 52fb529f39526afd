import Contract

/// The names by which `asyncapi.json`, and documents that refer to it, call messages and their operations. A frame and
/// an event may be called the same, so the name begins with what it is.
enum AsyncNames {
    static let socket = "socket"
    static let mail = "mail"

    static func frame(_ name: String) -> String { "frame" + SwiftNames.upperCamel(name) }

    static func event(_ name: String) -> String { "event" + SwiftNames.upperCamel(name) }

    static func mail(_ name: String) -> String { "mail" + SwiftNames.upperCamel(name) }
}
