import Contract

/// The reference of the spec language in Markdown: for each kind of mapping an example and its keys.
enum LanguageGuide {
    static var text: String {
        """
        # The spec language

        A spec is a folder of YAML files. The loader reads them all and does not care which declaration stands where.
        Editors that know the YAML language server complete and check a file whose first line is
        `# yaml-language-server: $schema=` and the path to `spec.schema.json`. Keys in bold must be there. What is
        wrong beyond the shape, such as a name that nothing declares, `iris-generate lint` says.

        A type is written as its name, `[Name]` for a list, and `Name?` where null may stand; `boolean` and `timestamp`
        need no declaration. A field that may be left out is written `name?`.

        \(Language.forms.map(section).joined(separator: "\n"))
        """
    }

    private static func section(_ form: MappingForm) -> String {
        let choice =
            form.alternatives.isEmpty
            ? "" : " Exactly one of \(form.alternatives.map { "`\($0)`" }.joined(separator: ", ")) must be there."
        let rows = form.keys.map { key in
            let name = key.isRequired ? "**`\(key.name)`**" : "`\(key.name)`"
            let beside = key.onlyBeside.map { "`\($0)`" }.joined(separator: ", ")
            let place = beside.isEmpty ? "" : " Beside \(beside)."
            return "| \(name) | \(words(key.form)) | \(key.summary)\(place) |"
        }
        return """
            ## \(heading(form))

            \(form.summary)\(choice)

            ```yaml
            \(form.example)
            ```

            | key | value | says |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private static func heading(_ form: MappingForm) -> String {
        form.subject.prefix(1).uppercased() + form.subject.dropFirst()
    }

    private static func words(_ form: ValueForm) -> String {
        switch form {
        case .text: "text"
        case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .flag: "`true` or `false`"
        case .choice(let values): values.map { "`\($0)`" }.joined(separator: ", ")
        case .name(let form): "name in \(form.rawValue)"
        case .notation(let notation): notation.words
        case .typeReference: "type"
        case .oneOrMany(let one): "\(words(one)); or a list"
        case .list(let element): "list of \(words(element))"
        case .mapping(let value, let names):
            "by \(names.map { "name in \($0.rawValue)" } ?? "name"): \(words(value))"
        case .fields: "fields"
        case .form(let name): Language.form(named: name).map { "[\($0.subject)](#\(anchor($0)))" } ?? name
        case .either(let forms): forms.map(words).joined(separator: ", or ")
        case .anything: "`$name`, a literal, or a list or mapping of them"
        case .nothing: "nothing"
        }
    }

    private static func anchor(_ form: MappingForm) -> String {
        form.subject.map { $0 == " " ? "-" : $0.lowercased() }.joined()
    }
}
