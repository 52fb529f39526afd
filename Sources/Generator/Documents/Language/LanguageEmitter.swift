import Contract

/// `spec.schema.json`, with which editors complete and check a spec, and `spec-language.md`, its reference. They tell
/// of the language itself: every spec has the same ones.
enum LanguageEmitter {
    static func files(for _: Contract) -> [GeneratedFile] {
        [
            JSONPrinter.file("Documents/spec.schema.json", of: .object(LanguageSchema.document)),
            GeneratedFile(path: "Documents/spec-language.md", content: LanguageGuide.text),
        ]
    }
}
