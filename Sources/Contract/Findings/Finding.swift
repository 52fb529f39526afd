/// One mistake in a spec: what is wrong, where, and what was probably meant.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the rule that was broken, such as `unknown-key`.
    public let rule: Rule
    public let location: SourceLocation
    /// What is wrong, as a sentence without a full stop.
    public let message: String
    /// What to do about it, when that is known: a did-you-mean or a repair.
    public let hint: String?
    /// A second place that the mistake is about, such as the first of two declarations.
    public let note: Note?

    /// What stands at a second place: "the first is" at `location`.
    public struct Note: Hashable, Sendable {
        public let text: String
        public let location: SourceLocation
    }

    init(rule: Rule, location: SourceLocation, message: String, hint: String?, note: Note? = nil) {
        self.rule = rule
        self.location = location
        self.message = message
        self.hint = hint
        self.note = note
    }

    /// Hint and second place in one line, for those who show no frames; nil where there is neither.
    public var advice: String? {
        let parts = [hint, note.map { "\($0.text) at \($0.location)" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// `file:line:column: rule: message (advice)`.
    public var description: String {
        "\(location): \(rule.rawValue): \(message)" + (advice.map { " (\($0))" } ?? "")
    }
}

/// Everything the loader can object to. The raw values are stable: fixtures and editors cite them.
public enum Rule: String, Sendable, CaseIterable {
    case unreadableFile = "unreadable-file"
    case yamlSyntax = "yaml-syntax"
    case unsupportedYAML = "unsupported-yaml"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongShape = "wrong-shape"
    case badName = "bad-name"
    case badValue = "bad-value"
    case duplicateDeclaration = "duplicate-declaration"
    case unknownReference = "unknown-reference"
    case unboundedText = "unbounded-text"
    case badExample = "bad-example"
    case recursiveType = "recursive-type"
    case ambiguousRoute = "ambiguous-route"
    case pathParameter = "path-parameter"
    case duplicateField = "duplicate-field"
    case unclaimedPromise = "unclaimed-promise"
    case uncitedPromise = "uncited-promise"
    case flowValue = "flow-value"
    case flowType = "flow-type"
    case flowAccess = "flow-access"
    case flowField = "flow-field"
    case unusedType = "unused-type"
    case unansweredError = "unanswered-error"
    case unusedScope = "unused-scope"
    case unusedLimit = "unused-limit"
    case unusedMail = "unused-mail"
    case overlappingRoute = "overlapping-route"
    case prefixOverlap = "prefix-overlap"
    case secretShownAgain = "secret-shown-again"
    case secretInURL = "secret-in-url"
    case flowRefusal = "flow-refusal"
    case flowRole = "flow-role"
    case flowScope = "flow-scope"
    case flowUnusedValue = "flow-unused-value"
    case unusedCaller = "unused-caller"
    case idleRefusal = "idle-refusal"
    case limitField = "limit-field"
    case replyTypes = "reply-types"
    case pageCursor = "page-cursor"
    case optionalNotHeeded = "optional-not-heeded"
    case swiftName = "swift-name"
    case summaryForm = "summary-form"
    case duplicateValue = "duplicate-value"
}
