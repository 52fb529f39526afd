import Contract

/// How far the schema of the spec language reaches: what it says of the faulty specs of a rule.
enum LanguageReach {
    /// A mistake of shape, which an editor underlines while it is made.
    case refused
    /// A mistake of meaning, which the loader alone finds.
    case accepted
    /// No YAML that a spec can be written in, so the schema is never asked.
    case unread

    /// A case is `folder` below its rule's, and stands by the rule unless it is listed by itself.
    static func of(_ rule: Rule, case folder: String) -> LanguageReach? {
        byCase["\(rule.rawValue)/\(folder)"] ?? byRule[rule]
    }

    static let byRule: [Rule: LanguageReach] = [
        .unreadableFile: .unread,
        .yamlSyntax: .unread,
        .unsupportedYAML: .unread,
        .duplicateKey: .unread,
        .unknownKey: .refused,
        .missingKey: .refused,
        .wrongShape: .refused,
        .badName: .refused,
        .badValue: .refused,
        .unboundedText: .refused,
        .duplicateValue: .refused,
        .duplicateDeclaration: .accepted,
        .unknownReference: .accepted,
        .badExample: .accepted,
        .recursiveType: .accepted,
        .ambiguousRoute: .accepted,
        .pathParameter: .accepted,
        .duplicateField: .accepted,
        .unclaimedPromise: .accepted,
        .uncitedPromise: .accepted,
        .flowValue: .accepted,
        .flowType: .accepted,
        .flowAccess: .accepted,
        .flowField: .accepted,
        .unusedType: .accepted,
        .unansweredError: .accepted,
        .unusedScope: .accepted,
        .unusedLimit: .accepted,
        .unusedMail: .accepted,
        .overlappingRoute: .accepted,
        .prefixOverlap: .accepted,
        .secretShownAgain: .accepted,
        .secretInURL: .accepted,
        .flowRefusal: .accepted,
        .flowRole: .accepted,
        .flowScope: .accepted,
        .flowUnusedValue: .accepted,
        .unusedCaller: .accepted,
        .idleRefusal: .accepted,
        .limitField: .accepted,
        .replyTypes: .accepted,
        .pageCursor: .accepted,
        .optionalNotHeeded: .accepted,
        .swiftName: .accepted,
        .summaryForm: .accepted,
    ]

    static let byCase: [String: LanguageReach] = [
        // Two values that do not go together, each of which may stand there.
        "bad-value/integer": .accepted, "bad-value/limit": .accepted,
        // Another file may have the key.
        "missing-key/api": .accepted, "missing-key/socket": .accepted,
        // A status without a body says so by itself.
        "reply-types/no-content": .refused,
    ]
}
