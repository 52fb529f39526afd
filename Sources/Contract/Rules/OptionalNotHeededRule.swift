/// A question mark where a value cannot be absent would be a promise that nothing keeps.
enum OptionalNotHeededRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            for field in operation.pathFields where field.isOptional || field.isNullable {
                findings.report(
                    .optionalNotHeeded, at: field.location, "a path has each of its parameters, '\(field.name)' too",
                    hint: "take the question mark away")
            }
            for field in operation.queryFields where field.isNullable {
                findings.report(
                    .optionalNotHeeded, at: field.location, "a query cannot say null, so '\(field.name)' never is",
                    hint: "let it be left out instead: '\(field.name)?'")
            }
        }
    }
}

extension Resolver {
    /// A type that is always there: a finding when it says that it may be null.
    func certainTypeReference(_ node: YAMLNode, _ subject: String) -> TypeReference? {
        guard let type = typeReference(node) else { return nil }
        if type.isNullable {
            findings.report(
                .optionalNotHeeded, at: node.location, "\(subject) is never null", hint: "take the question mark away")
        }
        return type.reference
    }
}
