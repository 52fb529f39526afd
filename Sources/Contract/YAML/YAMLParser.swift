import CLibYAML

/// Reads one YAML document through libyaml's event interface, so that every node knows its line and column.
///
/// The spec language uses plain YAML only: anchors, aliases, tags and several documents in one file are refused
/// rather than half understood.
struct YAMLParser {
    private let start: SourceLocation
    private let findings: FindingCollector
    /// Deeper nesting than any spec has; keeps hostile input from exhausting the stack.
    private static let maximumDepth = 64
    /// Up to so many keys are looked through one by one, which takes less time than to hash them.
    private static let fewKeys = 16

    init(file: String, findings: FindingCollector) {
        start = SourceLocation(file: file, line: 1, column: 1)
        self.findings = findings
    }

    /// The document's root, or nil when the file is empty or not YAML; the collector then says why.
    func parse(_ source: String) -> YAMLNode? {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            findings.report(.yamlSyntax, at: start, "libyaml could not be initialised")
            return nil
        }
        defer { yaml_parser_delete(parser) }

        var source = source
        return source.withUTF8 { buffer in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            do {
                return try document(from: parser)
            } catch let failure as Failure {
                findings.report(
                    failure.rule, at: failure.location, failure.message, hint: failure.hint, note: failure.note)
                return nil
            } catch {
                return nil
            }
        }
    }

    private struct Failure: Error {
        let rule: Rule
        let location: SourceLocation
        let message: String
        var hint: String?
        var note: Finding.Note?
    }

    private typealias Parser = UnsafeMutablePointer<yaml_parser_t>

    /// What one libyaml event says, copied out so that the event's own memory can be freed at once.
    private enum Event {
        case streamStart, streamEnd, documentStart, documentEnd
        case scalar(String, isPlain: Bool)
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    private func document(from parser: Parser) throws -> YAMLNode? {
        _ = try next(parser)
        let first = try next(parser)
        guard case .documentStart = first.event else {
            findings.report(.wrongShape, at: start, "the file is empty", hint: "delete it or give it content")
            return nil
        }
        let root = try node(from: parser, opening: try next(parser), depth: 0)
        _ = try next(parser)
        let after = try next(parser)
        guard case .streamEnd = after.event else {
            throw Failure(
                rule: .unsupportedYAML, location: after.location, message: "a spec file holds one YAML document only",
                hint: "put what follows into a file of its own, or delete the line"
            )
        }
        return root
    }

    private func node(
        from parser: Parser, opening: (event: Event, location: SourceLocation), depth: Int
    ) throws -> YAMLNode {
        guard depth < Self.maximumDepth else {
            throw Failure(
                rule: .unsupportedYAML, location: opening.location,
                message: "nesting is deeper than \(Self.maximumDepth) levels"
            )
        }
        switch opening.event {
        case .scalar(let text, let isPlain):
            return YAMLNode(content: .scalar(text, isPlain: isPlain), location: opening.location)
        case .sequenceStart:
            return YAMLNode(
                content: .sequence(try elements(from: parser, depth: depth)), location: opening.location)
        case .mappingStart:
            return YAMLNode(content: .mapping(try entries(from: parser, depth: depth)), location: opening.location)
        default:
            throw Failure(rule: .yamlSyntax, location: opening.location, message: "a value was expected here")
        }
    }

    private func elements(from parser: Parser, depth: Int) throws -> [YAMLNode] {
        var elements: [YAMLNode] = []
        while true {
            let opening = try next(parser)
            if case .sequenceEnd = opening.event { return elements }
            elements.append(try node(from: parser, opening: opening, depth: depth + 1))
        }
    }

    private func entries(from parser: Parser, depth: Int) throws -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var seen: [String: SourceLocation] = [:]
        while true {
            let opening = try next(parser)
            if case .mappingEnd = opening.event { return entries }
            guard case .scalar(let key, _) = opening.event else {
                throw Failure(
                    rule: .unsupportedYAML, location: opening.location, message: "a key must be a single value",
                    hint: "a text that begins with { or [ stands in quotes")
            }
            let value = try node(from: parser, opening: try next(parser), depth: depth + 1)
            if entries.count == Self.fewKeys {
                seen = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.keyLocation) })
            }
            let known = entries.count < Self.fewKeys ? entries.first { $0.key == key }?.keyLocation : seen[key]
            if let first = known {
                findings.report(
                    .duplicateKey, at: opening.location, "the key '\(key)' stands twice",
                    note: Finding.Note(text: "the first is", location: first)
                )
                continue
            }
            if entries.count >= Self.fewKeys { seen[key] = opening.location }
            entries.append(YAMLNode.Entry(key: key, keyLocation: opening.location, value: value))
        }
    }

    private func next(_ parser: Parser) throws -> (event: Event, location: SourceLocation) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFailure(of: parser) }
        defer { yaml_event_delete(&event) }
        let place = location(of: event.start_mark)
        switch event.type {
        case YAML_STREAM_START_EVENT: return (.streamStart, place)
        case YAML_STREAM_END_EVENT: return (.streamEnd, place)
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, place)
        case YAML_DOCUMENT_END_EVENT: return (.documentEnd, place)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return (
                .scalar(String(decoding: text, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), place
            )
        case YAML_SEQUENCE_START_EVENT:
            try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: place)
            return (.sequenceStart, place)
        case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, place)
        case YAML_MAPPING_START_EVENT:
            try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: place)
            return (.mappingStart, place)
        case YAML_MAPPING_END_EVENT: return (.mappingEnd, place)
        default:
            throw Failure(
                rule: .unsupportedYAML, location: place, message: "aliases are not part of the spec language",
                hint: "a text that begins with * stands in quotes")
        }
    }

    private func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at place: SourceLocation
    ) throws {
        guard anchor == nil else {
            throw Failure(
                rule: .unsupportedYAML, location: place, message: "anchors are not part of the spec language",
                hint: "a text that begins with & stands in quotes")
        }
        guard tag == nil else {
            throw Failure(
                rule: .unsupportedYAML, location: place, message: "tags are not part of the spec language",
                hint: "a text that begins with ! stands in quotes")
        }
    }

    private func location(of mark: yaml_mark_t) -> SourceLocation {
        start.at(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private func syntaxFailure(of parser: Parser) -> Failure {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "this is not YAML"
        let context = parser.pointee.context.map { String(cString: $0) } ?? ""
        let place = location(of: parser.pointee.problem_mark)
        let opening = location(of: parser.pointee.context_mark)
        // Where a block or a bracket begins that was not ended well; other contexts begin where the problem is.
        let isElsewhere = !context.isEmpty && opening.line >= 1 && opening != place
        return Failure(
            rule: .yamlSyntax, location: place, message: context.isEmpty ? problem : "\(context): \(problem)",
            hint: YAMLAdvice.hint(for: problem),
            note: isElsewhere ? Finding.Note(text: "it begins", location: opening) : nil)
    }
}
