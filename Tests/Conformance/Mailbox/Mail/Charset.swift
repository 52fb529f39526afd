/// How a mail's bytes stand for characters.
enum Charset: Sendable {
    case utf8
    case latin1

    /// By a charset's name. Links are ASCII, which nearly every charset agrees on, so an unknown one is read as UTF-8.
    init(_ name: String?) {
        switch name?.lowercased() {
        case "iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15": self = .latin1
        default: self = .utf8
        }
    }

    func text(of bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .latin1:
            var text = String.UnicodeScalarView()
            text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
            return String(text)
        }
    }
}
