import Foundation

/// Finds addresses of the web in what a mail says.
enum LinkFinder {
    /// No address is longer; a text without a blank in it is none.
    private static let maximumLength = 4_096

    /// Every http or https address, in order.
    static func links(in text: MailText) -> [String] {
        switch text.form {
        case .plain: addresses(in: text.text).map(withoutPunctuation)
        case .html: addresses(in: text.text).map { decodedEntities($0) }
        }
    }

    /// The query parameters of an address, if it leads to a page; the first of a name counts.
    static func parameters(of link: String, page: String) -> [String: String]? {
        guard let url = URLComponents(string: link), url.path == page else { return nil }
        return Dictionary(
            (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    private static func addresses(in text: String) -> [String] {
        var found: [String] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "h" || scalars[index] == "H", let scheme = scheme(in: scalars, at: index) else {
                index += 1
                continue
            }
            var end = index + scheme
            let limit = min(scalars.count, index + maximumLength + 1)
            while end < limit, isPart(scalars[end]) { end += 1 }
            if end - index <= maximumLength, end > index + scheme {
                var address = String.UnicodeScalarView()
                address.append(contentsOf: scalars[index..<end])
                found.append(String(address))
            }
            while end < scalars.count, isPart(scalars[end]) { end += 1 }
            index = end
        }
        return found
    }

    /// The length of `http://` or `https://`, if one begins here.
    private static func scheme(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        for scheme in ["http://", "https://"] {
            let wanted = Array(scheme.unicodeScalars)
            guard scalars.count - index >= wanted.count else { continue }
            let isHere = wanted.indices.allSatisfy {
                scalars[index + $0].properties.lowercaseMapping == String(wanted[$0])
            }
            if isHere { return wanted.count }
        }
        return nil
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{20}", "\u{7F}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "'": false
        default: !scalar.properties.isWhitespace
        }
    }

    /// A sentence may end behind an address, or a bracket close.
    private static func withoutPunctuation(_ link: String) -> String {
        var link = link[...]
        while let last = link.last, ".,;:!?)]".contains(last) { link = link.dropLast() }
        return String(link)
    }

    /// The entities that stand in attributes that hold an address.
    private static func decodedEntities(_ link: String) -> String {
        var result = ""
        var rest = link[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[rest.index(after: ampersand)...]
            let semicolon = rest.prefix(10).firstIndex(of: ";")
            guard let semicolon, let character = entity(rest[..<semicolon]) else {
                result += "&"
                continue
            }
            result += character
            rest = rest[rest.index(after: semicolon)...]
        }
        return result + rest
    }

    private static func entity(_ name: Substring) -> String? {
        switch name.lowercased() {
        case "amp": return "&"
        case "equals": return "="
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let code =
                digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
            return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
    }
}
