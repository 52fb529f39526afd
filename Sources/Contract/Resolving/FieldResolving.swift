extension Resolver {
    /// Reads a mapping of fields. `name?` may be left out, `Type?` may be null.
    func fields(in node: YAMLNode, of subject: String) -> [Field] {
        guard let entries = node.entries else {
            if !node.isEmpty {
                findings.report(
                    .wrongShape, at: node.location,
                    "the fields of \(subject) must be a mapping, and this is \(node.kind)")
            }
            return []
        }
        return entries.compactMap { field($0) }
    }

    private func field(_ entry: YAMLNode.Entry) -> Field? {
        let isOptional = entry.key.hasSuffix("?")
        let name = isOptional ? String(entry.key.dropLast()) : entry.key
        guard findings.check(name, is: .snakeCase, "field", at: entry.keyLocation) else { return nil }
        if let type = simpleTypeReference(entry.value) {
            return Field(
                name: name, type: type.reference, isOptional: isOptional, isNullable: type.isNullable, summary: nil,
                isShownOnce: false, location: entry.keyLocation)
        }
        guard entry.value.entries != nil else { return nil }
        guard let reader = MappingReader(entry.value, TypeForms.field, findings: findings),
            let type = reader.required("type").flatMap({ typeReference($0) })
        else { return nil }
        return Field(
            name: name, type: type.reference, isOptional: isOptional, isNullable: type.isNullable,
            summary: reader.text("summary"), isShownOnce: reader.choice("shown", of: TypeForms.Showing.self) == .once,
            location: entry.keyLocation)
    }

    /// A type reference that must be there: a finding when the node is something else.
    func typeReference(_ node: YAMLNode) -> (reference: TypeReference, isNullable: Bool)? {
        if node.entries != nil {
            findings.report(.wrongShape, at: node.location, "a type must be a name or a list of one name")
            return nil
        }
        return simpleTypeReference(node)
    }

    /// `Name`, `Name?` or `[Name]`; nil without a finding for a mapping, which describes a field in full.
    private func simpleTypeReference(_ node: YAMLNode) -> (reference: TypeReference, isNullable: Bool)? {
        switch node.content {
        case .mapping: return nil
        case .sequence(let elements):
            guard elements.count == 1, let element = typeReference(elements[0]), !element.isNullable else {
                findings.report(.wrongShape, at: node.location, "a list type names its element: [Name]")
                return nil
            }
            return (.list(of: element.reference), false)
        case .scalar(let text, _):
            let isNullable = text.hasSuffix("?")
            let name = isNullable ? String(text.dropLast()) : text
            return namedType(name, at: node.location).map { ($0, isNullable) }
        }
    }

    func namedType(_ name: String, at location: SourceLocation) -> TypeReference? {
        if let builtIn = TypeReference.builtIn[name] { return builtIn }
        guard !name.isEmpty else {
            findings.report(
                .wrongShape, at: location, "a type is missing here", hint: "such as Title, Title? or [Title]")
            return nil
        }
        guard names.types.contains(name) else {
            findings.reportUnknown("type", name, at: location, among: names.types)
            return nil
        }
        return .named(name)
    }
}
