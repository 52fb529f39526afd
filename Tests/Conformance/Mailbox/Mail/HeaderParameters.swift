import Foundation

/// A header's value with parameters, such as `text/plain; charset="utf-8"`.
struct HeaderParameters: Equatable, Sendable {
    /// What stands before the first semicolon, in lower case.
    let value: String
    /// By name in lower case; the first of a name counts.
    let parameters: [String: String]

    init(_ text: String) {
        var pieces: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case _ where isEscaped: isEscaped = false
            case "\\" where isQuoted:
                isEscaped = true
                continue
            case "\"":
                isQuoted.toggle()
                continue
            case ";" where !isQuoted:
                pieces.append("")
                continue
            default: break
            }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        value = Self.trimmed(pieces[0]).lowercased()
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = Self.trimmed(piece[..<equals]).lowercased()
            if parameters[name] == nil { parameters[name] = Self.trimmed(piece[piece.index(after: equals)...]) }
        }
        self.parameters = parameters
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}
