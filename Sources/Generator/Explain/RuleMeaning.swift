import Contract

extension Rule {
    /// What the rule asks of a spec, as a sentence; nil for a rule that nobody has described yet.
    var meaning: String? { Self.meanings[self] }

    private static let meanings: [Rule: String] = [
        .unreadableFile: "The spec's folder and each file in it can be read, and the files are UTF-8 text.",
        .yamlSyntax: "Each file is YAML.",
        .unsupportedYAML:
            "Of YAML, a spec uses mappings, lists and single values: no anchors, tags or further documents.",
        .duplicateKey: "A mapping has each key once.",
        .unknownKey: "A declaration has the keys of its kind and no others.",
        .missingKey: "A declaration has every key that its kind needs.",
        .wrongShape: "What has to be a mapping, a list or a single value is one.",
        .badName:
            "Names are written as those of their kind: operations in lowerCamelCase, fields in lower_snake_case …",
        .badValue: "A value is one of those that its key takes.",
        .duplicateDeclaration: "Each name is declared once, in whatever file.",
        .unknownReference: "What is referred to is declared.",
        .unboundedText: "Every text says how long it may be.",
        .badExample: "An example is a value of its type.",
        .recursiveType: "No record contains itself.",
        .ambiguousRoute: "A method and a path lead to one operation.",
        .pathParameter: "The parameters of a path and the fields below `path` are the same.",
        .duplicateField: "Path, query and body of an operation have no field in common, and none that comes by itself.",
        .unclaimedPromise: "A promise that is cited is not marked as unclaimed.",
        .uncitedPromise: "A promise is cited by something, or says that nothing claims it yet.",
        .flowValue: "A flow's step uses values that were made or kept before.",
        .flowType: "A flow gives and expects values of the types that the operation has.",
        .flowAccess: "A flow's step has a token that its operation admits, or says that it is refused.",
        .flowField: "A flow's step gives every field that its operation requires, and none that it has not.",
        .unusedType: "A type stands on the wire: in a request, a reply, a frame, an event, a mail or a token.",
        .unansweredError: "An error is answered by an operation, ends a socket, or follows from a cause.",
        .unusedScope: "A scope is needed by an operation, a frame or the socket.",
        .unusedLimit: "A limit counts the requests of an operation or of tokens in web pages.",
        .unusedMail: "A mail is sent by an operation.",
        .overlappingRoute: "Of two routes that match the same path, one is more specific in every place.",
        .prefixOverlap: "No token's prefix is the beginning of another one's.",
        .secretShownAgain:
            "What is shown once is carried by the replies that issue it, and by no other reply or event.",
        .secretInURL: "No path and no query carries a secret.",
        .flowRefusal: "A flow's step waits for a refusal that its operation may answer.",
        .flowRole: "A flow's step has a caller of the role that its operation asks for, or says that it is refused.",
        .flowScope:
            "A flow's step has a token with the scope that its operation asks for, or says that it is refused.",
        .flowUnusedValue: "A value that a flow makes or keeps is used by a later step.",
        .unusedCaller: "A choice of callers is named by an access.",
        .idleRefusal: "A field that a section refuses can be sent to its operations, and none of them takes it.",
        .limitField: "What a limit counts by is a text, and everybody has to send it.",
        .replyTypes: "All successes of an operation have the same body, and a status that allows one.",
        .pageCursor: "What comes in pages takes `cursor?` and `limit` in its query, and nothing else takes a cursor.",
        .optionalNotHeeded: "A question mark stands only where a value can be absent.",
        .swiftName:
            "What stands side by side in generated Swift has names that differ, and none that Swift needs itself.",
        .summaryForm: "Summaries, messages and promises are whole sentences.",
        .duplicateValue: "A list has each of its values once.",
    ]
}
