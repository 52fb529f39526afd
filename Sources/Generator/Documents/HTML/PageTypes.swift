import Contract

/// The types, each with its rules or its fields.
enum PageTypes {
    static func chapter(_ contract: Contract) -> PageChapter {
        let fields = PageFields(contract)
        return PageChapter(
            id: "types", title: "Types",
            entries: contract.types.map { type in
                var content: [HTMLNode] = []
                if let summary = type.summary { content.append(.element(.p, [:], HTMLNode.sentence(summary))) }
                if case .record(let own) = type.shape {
                    content += fields.table([("", own)])
                } else {
                    content.append(.element(.p, [:], fields.rule(.named(type.name))))
                }
                if let sensitivity = type.sensitivity {
                    content.append(.element(.p, ["class": "quiet"], [.text("Sensitive: \(sensitivity.rawValue).")]))
                }
                if let example = type.example, type.sensitivity != .secret {
                    content.append(.element(.p, ["class": "quiet"], ["For example ", .code(example)]))
                }
                return PageEntry(
                    id: "type-\(type.name)", name: type.name, origin: type.location,
                    content: content + PageConventions.promises(type.promises, contract))
            })
    }
}
