/// The addresses in a header such as To, without the names beside them.
enum AddressList {
    /// In lower case. Names, quoted or not, and comments are left out, so that an address inside a name is none.
    static func addresses(in header: String) -> Set<String> {
        var found: Set<String> = []
        var current = ""
        var bracketed: String?
        var isQuoted = false
        var isEscaped = false
        var comments = 0

        func finish() {
            let address = (bracketed ?? current).filter { !$0.isWhitespace }.lowercased()
            if address.contains("@") { found.insert(address) }
            current = ""
            bracketed = nil
        }
        var isInBrackets = false
        for character in header {
            if isEscaped {
                isEscaped = false
                if isQuoted, isInBrackets { bracketed?.append(character) }
                continue
            }
            switch character {
            case "\\" where isQuoted || comments > 0: isEscaped = true
            case "\"" where comments == 0: isQuoted.toggle()
            case _ where isQuoted: if isInBrackets { bracketed?.append(character) }
            case "(": comments += 1
            case ")" where comments > 0: comments -= 1
            case _ where comments > 0: break
            case "<":
                isInBrackets = true
                bracketed = ""
            case ">": isInBrackets = false
            // A group is a name, a colon, its members and a semicolon.
            case ":" where !isInBrackets: current = ""
            case ",", ";": finish()
            case _ where isInBrackets: bracketed?.append(character)
            default: current.append(character)
            }
        }
        finish()
        return found
    }
}
