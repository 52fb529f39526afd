import Contract

extension Surface {
    /// Everything that describes something in words.
    var summaries: [Entry<String>] {
        var entries: [Entry<String>] = []
        func add(_ subject: String, _ text: String?, _ location: SourceLocation) {
            entries.append(Entry(subject: subject, item: text ?? "", location: location))
        }
        add("api", contract.summary, contract.location)
        for entry in credentials { add(entry.subject, entry.item.summary, entry.location) }
        for entry in scopes { add(entry.subject, entry.item.summary, entry.location) }
        for entry in limits { add(entry.subject, entry.item.summary, entry.location) }
        for entry in operations { add(entry.subject, entry.item.operation.summary, entry.location) }
        for entry in types { add(entry.subject, entry.item.summary, entry.location) }
        for entry in sockets { add(entry.subject, entry.item.summary, entry.location) }
        for entry in frames { add(entry.subject, entry.item.summary, entry.location) }
        for entry in events { add(entry.subject, entry.item.summary, entry.location) }
        for entry in closes { add(entry.subject, entry.item.summary, entry.location) }
        for entry in mails { add(entry.subject, entry.item.summary, entry.location) }
        for entry in jobs { add(entry.subject, entry.item.summary, entry.location) }
        for entry in flows { add(entry.subject, entry.item.title, entry.location) }
        for entry in sections { add(entry.subject, entry.item.title, entry.location) }
        add("api.guide", contract.guide.joined(separator: " "), contract.location)
        for entry in sections {
            add("\(entry.subject).guide", entry.item.guide.joined(separator: " "), entry.location)
        }
        for owner in fieldOwners {
            for field in owner.fields { add("\(owner.subject).\(field.name)", field.summary, field.location) }
        }
        for entry in pathFields { add(entry.subject, entry.item.summary, entry.location) }
        return entries
    }

    /// Everything that can carry promises.
    var citations: [Entry<[String]>] {
        func carried<Item>(_ entries: [Entry<Item>], _ promises: (Item) -> [String]) -> [Entry<[String]>] {
            entries.map { Entry(subject: $0.subject, item: promises($0.item), location: $0.location) }
        }
        return carried(api, \.ownPromises) + carried(credentials, \.promises) + carried(scopes, \.promises)
            + carried(errors, \.promises) + carried(limits, \.promises) + carried(types, \.promises)
            + carried(sections, \.promises) + carried(operations, \.operation.promises) + carried(sockets, \.promises)
            + carried(frames, \.promises)
            + carried(events, \.promises) + carried(closes, \.promises) + carried(mails, \.promises)
            + carried(jobs, \.promises) + carried(flows, \.promises) + carried(steps, \.promises)
    }

    /// Lists in which each member stands for itself.
    var lists: [Entry<[String]>] {
        func listed<Item>(_ entries: [Entry<Item>], _ key: String, _ members: (Item) -> [String]) -> [Entry<[String]>] {
            entries.map { Entry(subject: "\($0.subject).\(key)", item: members($0.item), location: $0.location) }
        }
        return listed(credentials, "carried") { $0.carriers.map(\.notation) }
            + listed(credentials, "prefixes") { $0.kinds.map(\.name) }
            + listed(scopes, "granted", \.grantedTo) + listed(errors, "implied_by") { $0.causes.map(\.rawValue) }
            + listed(operations, "errors", \.operation.ownErrors)
            + listed(operations, "reply") { $0.operation.replies.map { String($0.status) } }
            + accesses.map {
                Entry(subject: $0.subject, item: $0.item.requirements.map(\.credential), location: $0.location)
            }
            + listed(events, "answers", \.answers) + listed(closes, "errors", \.errors)
            + listed(types, "reserved") { $0.textRule?.reserved ?? [] }
            + listed(citations, "promises") { $0 }
            + listed(flows, "fresh") { $0.fresh.map(\.name) }
            + listed(steps, "with") { $0.action.inputs.map(\.field) }
            + listed(steps, "expect") { $0.expectations.map { $0.path.joined(separator: ".") } }
            + listed(steps, "keep") { $0.kept.map(\.name) }
    }
}

extension Credential.Carrier {
    var notation: String {
        switch self {
        case .bearer: "bearer"
        case .header(let name): name
        }
    }
}
