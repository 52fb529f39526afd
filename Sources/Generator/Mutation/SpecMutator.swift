import Contract

/// Everything that can be changed in a spec, node by node, in the order in which the files have them.
struct SpecMutator {
    let spec: [SpecDocument]
    private let vocabulary: Vocabulary

    init(_ spec: [SpecDocument]) {
        self.spec = spec
        vocabulary = Vocabulary(of: spec)
    }

    var mutants: [SpecMutant] {
        spec.indices.flatMap { file in
            mutants(of: Place(node: spec[file].root, file: file, path: [], keys: []))
        }
    }

    /// A node on the way through a file.
    private struct Place {
        let node: YAMLNode
        let file: Int
        let path: [SpecMutant.PathStep]
        let keys: [String]

        func below(_ node: YAMLNode, _ step: SpecMutant.PathStep, _ key: String) -> Place {
            Place(node: node, file: file, path: path + [step], keys: keys + [key])
        }

        func mutant(
            _ kind: MutationKind, _ words: String, at location: SourceLocation? = nil, key: String? = nil,
            _ content: YAMLNode.Content
        ) -> SpecMutant {
            SpecMutant(
                kind: kind, file: file, path: path, location: location ?? node.location,
                keys: keys + (key.map { [$0] } ?? []), words: words,
                replacement: YAMLNode(content: content, location: node.location))
        }
    }

    private func mutants(of place: Place) -> [SpecMutant] {
        switch place.node.content {
        case .scalar(let text, let isPlain): scalar(text, isPlain, at: place)
        case .sequence(let elements): sequence(elements, at: place)
        case .mapping(let entries): mapping(entries, at: place)
        }
    }

    private func mapping(_ entries: [YAMLNode.Entry], at place: Place) -> [SpecMutant] {
        entries.indices.flatMap { index -> [SpecMutant] in
            let entry = entries[index]
            func changed(_ kind: MutationKind, _ words: String, _ change: (inout [YAMLNode.Entry]) -> Void)
                -> SpecMutant
            {
                var copy = entries
                change(&copy)
                return place.mutant(kind, words, at: entry.keyLocation, key: entry.key, .mapping(copy))
            }
            func renamed(to key: String) -> YAMLNode.Entry {
                YAMLNode.Entry(key: key, keyLocation: entry.keyLocation, value: entry.value)
            }
            let marked = entry.key.hasSuffix("?") ? String(entry.key.dropLast()) : entry.key + "?"
            let other = entry.key.hasSuffix("?") ? entry.key.dropLast() + "x?" : entry.key + "x"
            var mutants = [
                changed(.deletedEntry, "deleted") { $0.remove(at: index) },
                changed(.renamedKey, "renamed to '\(other)'") { $0[index] = renamed(to: String(other)) },
                changed(.markedKey, "renamed to '\(marked)'") { $0[index] = renamed(to: marked) },
            ]
            if index + 1 < entries.count {
                var swapped = changed(.swappedEntries, "swapped with '\(entries[index + 1].key)'") {
                    $0.swapAt(index, index + 1)
                }
                swapped.partner = entries[index + 1].key
                mutants.append(swapped)
            }
            return mutants + self.mutants(of: place.below(entry.value, .entry(index), entry.key))
        }
    }

    private func sequence(_ elements: [YAMLNode], at place: Place) -> [SpecMutant] {
        elements.indices.flatMap { index -> [SpecMutant] in
            func changed(_ kind: MutationKind, _ words: String, _ change: (inout [YAMLNode]) -> Void) -> SpecMutant {
                var copy = elements
                change(&copy)
                return place.mutant(kind, words, at: elements[index].location, key: "*", .sequence(copy))
            }
            var mutants = [changed(.deletedElement, "member \(index + 1) deleted") { $0.remove(at: index) }]
            if index + 1 < elements.count {
                mutants.append(
                    changed(.swappedElements, "members \(index + 1) and \(index + 2) swapped") {
                        $0.swapAt(index, index + 1)
                    })
            }
            return mutants + self.mutants(of: place.below(elements[index], .element(index), "*"))
        }
    }

    private func scalar(_ text: String, _ isPlain: Bool, at place: Place) -> [SpecMutant] {
        func changed(_ kind: MutationKind, to new: String) -> SpecMutant {
            place.mutant(kind, "'\(text)' is '\(new)' now", .scalar(new, isPlain: isPlain))
        }
        if isPlain, let number = Int(text) {
            return [changed(.raisedNumber, to: String(number + 1)), changed(.loweredNumber, to: String(number - 1))]
        }
        if isPlain, text == "true" || text == "false" {
            return [changed(.flippedBoolean, to: text == "true" ? "false" : "true")]
        }
        guard !text.isEmpty else { return [] }
        var mutants = [changed(.alteredText, to: text + "x")]
        mutants += vocabulary.neighbours(of: text).map { changed(.renamedReference, to: $0) }
        mutants.append(changed(.markedValue, to: text.hasSuffix("?") ? String(text.dropLast()) : text + "?"))
        return mutants
    }
}
