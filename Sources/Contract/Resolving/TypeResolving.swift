extension Resolver {
    /// Reads `types`, adds those that follow from the credentials, and checks that no record contains itself.
    mutating func readTypes(credentials: [Credential], scopes: [Scope]) -> [TypeDefinition] {
        var types: [TypeDefinition] = []
        for declaration in declarations.types {
            if let type = readType(declaration) { types.append(type) }
        }
        checkRecursion(types)
        return types + DerivedTypes.definitions(for: credentials, scopes: scopes)
    }

    private mutating func readType(_ declaration: Declarations.Declaration) -> TypeDefinition? {
        let shapes = TypeForms.type.alternatives
        guard
            let reader = MappingReader(declaration.node, TypeForms.type, findings: findings),
            findings.check(declaration.name, is: .upperCamelCase, "type", at: declaration.nameLocation)
        else { return nil }
        let given = shapes.filter { reader.has($0) }
        guard given.count == 1 else {
            findings.report(
                .wrongShape, at: declaration.nameLocation,
                "the type '\(declaration.name)' must have exactly one of \(shapes.joined(separator: ", "))")
            return nil
        }
        let promises = citations(in: reader)
        guard let shape = readShape(reader, named: declaration.name) else { return nil }
        return TypeDefinition(
            name: declaration.name, summary: reader.text("summary"), shape: shape,
            sensitivity: reader.choice("sensitive", of: Sensitivity.self),
            example: readExample(reader, of: shape, named: declaration.name), promises: promises,
            topic: declaration.topic, location: declaration.nameLocation)
    }

    private func readShape(_ reader: MappingReader, named name: String) -> Shape? {
        if let node = reader.node("fields") { return .record(fields(in: node, of: "the type '\(name)'")) }
        if reader.has("enum") {
            let values = reader.texts("enum")
            for value in values { _ = findings.check(value.value, is: .snakeCase, "value", at: value.location) }
            return values.isEmpty ? nil : .enumeration(values.map(\.value))
        }
        if let node = reader.node("text") { return readTextRule(node).map { .text($0) } }
        if let node = reader.node("integer") { return readIntegerRule(node).map { .integer($0) } }
        return .id
    }

    private func readTextRule(_ node: YAMLNode) -> TextRule? {
        guard let reader = MappingReader(node, TypeForms.text, findings: findings) else { return nil }
        guard reader.has("max") else {
            findings.report(
                .unboundedText, at: node.location, "a text needs the key 'max'",
                hint: "every text has a longest form; say how many characters")
            return nil
        }
        guard let maximum = reader.integer("max") else { return nil }
        return TextRule(
            minimum: reader.integer("min", in: 0...maximum) ?? 1, maximum: maximum,
            alphabet: reader.node("chars").flatMap { readAlphabet($0) },
            format: reader.choice("format", of: TextRule.Format.self),
            isSingleLine: reader.choice("lines", of: TypeForms.Lines.self) != .many,
            reserved: reader.texts("reserved").map(\.value))
    }

    private func readAlphabet(_ node: YAMLNode) -> Alphabet? {
        guard let text = node.text else {
            findings.report(.wrongShape, at: node.location, "'chars' must be a single value such as a-z 0-9 -")
            return nil
        }
        var ranges: [ClosedRange<UInt8>] = []
        for part in text.split(separator: " ") {
            let bytes = Array(part.utf8)
            if bytes.count == 3, bytes[1] == UInt8(ascii: "-"), bytes[0] < bytes[2], bytes[2] < 128 {
                ranges.append(bytes[0]...bytes[2])
            } else if bytes.count == 1, bytes[0] > 32, bytes[0] < 127 {
                ranges.append(bytes[0]...bytes[0])
            } else {
                findings.report(
                    .badValue, at: node.location, "'\(part)' is neither one ASCII character nor a range such as a-z")
            }
        }
        return Alphabet(notation: text, ranges: ranges)
    }

    private func readIntegerRule(_ node: YAMLNode) -> IntegerRule? {
        guard let reader = MappingReader(node, TypeForms.integer, findings: findings) else {
            return nil
        }
        let minimum = reader.requiredInteger("min")
        let maximum = reader.requiredInteger("max")
        guard let minimum, let maximum else { return nil }
        guard minimum <= maximum else {
            findings.report(
                .badValue, at: reader.node("max")?.location ?? node.location,
                "'max' is below 'min': no number is from \(minimum) to \(maximum)")
            return nil
        }
        return IntegerRule(
            minimum: minimum, maximum: maximum, isClamped: reader.choice("above", of: TypeForms.Above.self) == .clamped,
            fallback: reader.integer("default", in: minimum...maximum))
    }

    private func readExample(_ reader: MappingReader, of shape: Shape, named name: String) -> String? {
        if let node = reader.node("example") {
            guard let example = reader.text("example") else { return nil }
            if let problem = shape.problem(with: example) {
                findings.report(.badExample, at: node.location, "the type '\(name)' refuses its example: \(problem)")
            }
            return example
        }
        switch shape {
        case .text, .integer:
            findings.report(
                .missingKey, at: reader.location, "the type '\(name)' needs the key 'example'",
                hint: "documents and tests show it: say one value that clients may send")
            return nil
        case .enumeration(let values): return values.first
        case .id: return ExampleId.make(for: name)
        case .record: return nil
        }
    }
}
