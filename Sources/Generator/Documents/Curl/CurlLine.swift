import Contract

/// A request of an operation as a shell command, with the spec's examples in it.
///
/// It can be run as it stands where the variable `API_BASE` holds the address of a deployment and `TOKEN` a token of
/// the kind that the operation asks for. Fields that may be left out are left out, so that what is shown is the least
/// that the operation takes.
struct CurlLine {
    /// The arguments, the program's name first.
    let words: [ShellWord]

    init(_ operation: Operation, of contract: Contract) {
        let examples = ExampleDocument(contract)
        var words: [ShellWord] = ["curl", "-s"]
        if operation.route.method != .get { words += ["-X", ShellWord(operation.route.method.rawValue)] }
        words.append(Self.address(operation, examples))
        words += Self.token(operation, contract).map { ["-H", $0] } ?? []
        if let fields = operation.bodyFields, !operation.isBodyOptional {
            let body = CompactJSON.text(of: examples.object(Self.least(fields)))
            words += ["-H", "Content-Type: application/json", "-d", ShellWord(body)]
        }
        self.words = words
    }

    /// The command on one line.
    var text: String { words.map(\.source).joined(separator: " ") }

    /// The command with each header and the body on a line of its own, for reading.
    var lines: String {
        words.map(\.source).reduce(into: "") { text, word in
            text += text.isEmpty ? "" : ["-H", "-d"].contains(word) ? " \\\n  " : " "
            text += word
        }
    }

    private static func address(_ operation: Operation, _ examples: ExampleDocument) -> ShellWord {
        let path = operation.route.segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/" + example(of: name, in: operation.pathFields, examples)
            }
        }
        let query = operation.queryFields.filter { !$0.isOptional }.map { field in
            "\(field.name)=" + example(of: field.name, in: operation.queryFields, examples)
        }
        let text = path.joined() + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        return ShellWord([.variable("API_BASE"), .text(text)])
    }

    private static func example(of name: String, in fields: [Field], _ examples: ExampleDocument) -> String {
        guard let field = fields.first(where: { $0.name == name }) else { return "" }
        return switch examples.value(of: field.type) {
        case .text(let text): percentEncoded(text)
        case .integer(let number): String(number)
        case .boolean(let value): String(value)
        case .null, .list, .object: ""
        }
    }

    /// The header that carries the token; nil where anybody may ask.
    private static func token(_ operation: Operation, _ contract: Contract) -> ShellWord? {
        guard let name = operation.access.requirements.first?.credential,
            let carriers = contract.credential(named: name)?.carriers, let first = carriers.first
        else { return nil }
        let carrier = carriers.contains(.bearer) ? .bearer : first
        return switch carrier {
        case .bearer: ShellWord([.text("Authorization: Bearer "), .variable("TOKEN")])
        case .header(let header): ShellWord([.text("\(header): "), .variable("TOKEN")])
        }
    }

    /// What must be there; where nothing must, the first field, for an empty request asks for nothing.
    private static func least(_ fields: [Field]) -> [Field] {
        let required = fields.filter { !$0.isOptional }
        return required.isEmpty ? Array(fields.prefix(1)) : required
    }

    /// RFC 3986 lets these stand in a path or a query as they are.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
