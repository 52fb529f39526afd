extension Resolver {
    /// Reads `frames`.
    mutating func readFrames(scopes: [Scope]) -> [ClientFrame] {
        var frames: [ClientFrame] = []
        for declaration in declarations.frames {
            guard
                let reader = MappingReader(declaration.node, SocketForms.frame, findings: findings),
                findings.check(declaration.name, is: .snakeCase, "frame", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            let summary = reader.requiredText("summary")
            let fields = ownFields(reader, of: "the frame '\(declaration.name)'")
            let scope = frameScope(reader, scopes)
            guard let summary else { continue }
            frames.append(
                ClientFrame(
                    name: declaration.name, summary: summary, fields: fields, scope: scope, promises: promises,
                    location: declaration.nameLocation))
        }
        return frames
    }

    /// Reads `events`. `ref` is what an answer repeats of the frame that it answers.
    mutating func readEvents(ref: TypeReference?) -> [ServerEvent] {
        var events: [ServerEvent] = []
        for declaration in declarations.events {
            guard
                let reader = MappingReader(declaration.node, SocketForms.event, findings: findings),
                findings.check(declaration.name, is: .dottedSnakeCase, "event", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            let summary = reader.requiredText("summary")
            let answers = answeredFrames(reader)
            var fields = ownFields(reader, of: "the event '\(declaration.name)'")
            if let ref, !answers.isEmpty {
                let field = Field(
                    name: Self.refName, type: ref, isOptional: true, isNullable: false,
                    summary: "The ref of the frame that this answers.", isShownOnce: false,
                    location: declaration.nameLocation)
                fields.insert(field, at: 0)
            }
            guard let summary else { continue }
            events.append(
                ServerEvent(
                    name: declaration.name, summary: summary, fields: fields, answers: answers,
                    isReplayed: reader.flag("replayed", default: false), promises: promises,
                    location: declaration.nameLocation))
        }
        return events
    }

    private static let refName = "ref"

    /// The fields that the spec gives, save those that would hide what frames and events have anyway.
    private func ownFields(_ reader: MappingReader, of subject: String) -> [Field] {
        guard let node = reader.node("fields") else { return [] }
        return fields(in: node, of: subject).filter { field in
            guard field.name == "type" || field.name == Self.refName else { return true }
            let hint =
                field.name == "type"
                ? "every frame has it anyway: it holds the name" : "what answers a frame has it anyway"
            findings.report(
                .duplicateField, at: field.location, "\(subject) cannot have a field '\(field.name)' of its own",
                hint: hint)
            return false
        }
    }

    private func frameScope(_ reader: MappingReader, _ scopes: [Scope]) -> String? {
        guard let node = reader.node("scope"), let scope = reader.text("scope") else { return nil }
        guard scopes.contains(where: { $0.name == scope }) else {
            findings.reportUnknown("scope", scope, at: node.location, among: scopes.map(\.name))
            return nil
        }
        return scope
    }

    /// The frames behind `answers`; `any` means all of them.
    private func answeredFrames(_ reader: MappingReader) -> [String] {
        let answers = reader.texts("answers")
        if answers.map(\.value) == ["any"] { return names.frames }
        return answers.compactMap { answer in
            guard names.frames.contains(answer.value) else {
                findings.reportUnknown("frame", answer.value, at: answer.location, among: names.frames + ["any"])
                return nil
            }
            return answer.value
        }
    }
}
