/// What one kind of mapping of the spec language may hold. Readers refuse other keys, the editors' schema is made of
/// it, and so is the reference: none of them can disagree with another.
public struct MappingForm: Sendable {
    /// Lower camel case, unique: `operation`.
    public let name: String
    /// In messages: `an operation`.
    public let subject: String
    public let summary: String
    public let keys: [Key]
    /// Of these keys, exactly one must be there. Empty where nothing has to be chosen.
    public let alternatives: [String]
    /// What must stand beside a key: `mail` needs `to`.
    public let companions: [String: [String]]
    /// YAML that has this form, as a reader would write it.
    public let example: String

    public struct Key: Sendable {
        public let name: String
        public let form: ValueForm
        public let isRequired: Bool
        public let summary: String
        /// The key means something only beside one of these. Empty where it always does.
        public let onlyBeside: [String]
    }

    init(
        _ name: String, _ subject: String, _ summary: String, alternatives: [String] = [],
        companions: [String: [String]] = [:], example: String, _ keys: [Key]
    ) {
        self.name = name
        self.subject = subject
        self.summary = summary
        self.keys = keys
        self.alternatives = alternatives
        self.companions = companions
        self.example = example
    }

    public func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

extension MappingForm.Key {
    static func required(_ name: String, _ form: ValueForm, _ summary: String) -> Self {
        Self(name: name, form: form, isRequired: true, summary: summary, onlyBeside: [])
    }

    static func optional(_ name: String, _ form: ValueForm, _ summary: String, beside: [String] = []) -> Self {
        Self(name: name, form: form, isRequired: false, summary: summary, onlyBeside: beside)
    }

    static let promises = optional(
        "promises", .oneOrMany(.text), "The ids of the promises that this keeps.")
}
