import Contract

/// The named types, one file a topic.
enum TypeEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let use = TypeUse(contract)
        let topics = Dictionary(grouping: contract.types, by: \.topic).sorted { $0.key < $1.key }
        return topics.map { topic, types in
            var source = SwiftSource.file(importing: ["Runtime"])
            for type in types.sorted(by: { $0.name < $1.name }) {
                source.gap()
                emit(type, use: use, into: &source)
            }
            return GeneratedFile(path: "Types/\(SwiftNames.upperCamel(topic))Types.swift", source: source)
        }
    }

    private static func emit(_ type: TypeDefinition, use: TypeUse, into source: inout SwiftSource) {
        source.origin(type.location)
        if let summary = type.summary { source.doc(summary) }
        switch type.shape {
        case .text(let rule): emitText(type, rule, into: &source)
        case .integer(let rule): emitInteger(type, rule, into: &source)
        case .id: emitId(type, into: &source)
        case .enumeration(let values): emitEnumeration(type, values, into: &source)
        case .record(let fields): RecordEmitter.emit(type.name, fields, use: use, into: &source)
        }
    }

    private static func emitText(_ type: TypeDefinition, _ rule: TextRule, into source: inout SwiftSource) {
        let conformance = type.sensitivity == nil ? "TextScalar" : "SensitiveText"
        source.block("public struct \(type.name): \(conformance)") { body in
            emitRule(rule, into: &body)
            if let sensitivity = type.sensitivity {
                body.line("public static let sensitivity = Sensitivity.\(sensitivity.rawValue)")
            }
            body.line("public let text: String")
            body.line("public init(trusted text: String) { self.text = text }")
        }
    }

    private static func emitRule(_ rule: TextRule, into source: inout SwiftSource) {
        var arguments = ["\(rule.minimum)...\(SwiftNames.literal(rule.maximum))"]
        if let alphabet = rule.alphabet {
            let ranges = alphabet.ranges.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: ", ")
            arguments.append("alphabet: ASCIISet(\(SwiftNames.literal(alphabet.notation)), \(ranges))")
        }
        if let format = rule.format { arguments.append("format: .\(format.rawValue)") }
        if !rule.isSingleLine { arguments.append("isSingleLine: false") }
        guard !rule.reserved.isEmpty else {
            source.list("public static let rule = TextRule(", arguments, ")")
            return
        }
        source.line("public static let rule = TextRule(")
        source.indented { inner in
            inner.line(arguments.joined(separator: ", ") + ",")
            inner.line("reserved: [")
            inner.indented { list in
                for row in list.rows(of: rule.reserved.sorted().map(SwiftNames.literal), lastWith: ",") {
                    list.line(row)
                }
            }
            inner.line("]")
        }
        source.line(")")
    }

    private static func emitInteger(_ type: TypeDefinition, _ rule: IntegerRule, into source: inout SwiftSource) {
        source.block("public struct \(type.name): IntegerScalar") { body in
            let bounds = "\(SwiftNames.literal(rule.minimum))...\(SwiftNames.literal(rule.maximum))"
            let clamped = rule.isClamped ? ", isClamped: true" : ""
            body.line("public static let rule = IntegerRule(\(bounds)\(clamped))")
            if let fallback = rule.fallback {
                body.doc("What an absent value counts as.")
                body.line("public static let fallback = \(type.name)(trusted: \(SwiftNames.literal(fallback)))")
            }
            body.line("public let value: Int")
            body.line("public init(trusted value: Int) { self.value = value }")
        }
    }

    private static func emitId(_ type: TypeDefinition, into source: inout SwiftSource) {
        source.block("public struct \(type.name): Identifier") { body in
            body.line("public let bits: UUIDBits")
            body.line("public init(_ bits: UUIDBits) { self.bits = bits }")
        }
    }

    private static func emitEnumeration(_ type: TypeDefinition, _ values: [String], into source: inout SwiftSource) {
        source.block("public enum \(type.name): String, Enumeration") { body in
            body.cases(values.map { (EnumerationCase.name(of: $0), $0, nil) })
        }
    }
}

/// The Swift case of an enumeration's value. Values such as `chat:channels.read` drop what stands before the colon.
enum EnumerationCase {
    static func name(of value: String) -> String {
        SwiftNames.lowerCamel(value.split(separator: ":", maxSplits: 1).last.map(String.init) ?? value)
    }
}
