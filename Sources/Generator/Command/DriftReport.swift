import Contract

/// For each file that is not what the spec says: what differs, and which line of the spec asks for it.
struct DriftReport {
    let contract: Contract
    let folder: OutputFolder

    func lines(for drift: OutputFolder.Drift) -> [String] {
        drift.stale.flatMap(describe(stale:)) + drift.orphaned.flatMap(describe(orphan:))
    }

    private func describe(stale file: GeneratedFile) -> [String] {
        guard let old = folder.text(of: file.path) else {
            let from = (1...max(1, file.origins.lines)).lazy.compactMap(file.origins.location(ofLine:)).first
            return ["missing: \(folder.path)/\(file.path)"] + lines([("from", Self.place(from))])
        }
        guard let difference = FirstDifference(from: old, to: file.content) else { return [] }
        return ["stale: \(folder.path)/\(file.path):\(difference.line)"]
            + lines([
                ("has", difference.old?.trimmed), ("needs", difference.new?.trimmed),
                ("from", Self.origin(of: difference, in: file.origins)),
            ])
    }

    private func describe(orphan path: String) -> [String] {
        ["orphaned: \(folder.path)/\(path)"] + lines([("since", Orphan(path: path, contract: contract).reason)])
    }

    private func lines(_ pairs: [(key: String, value: String?)]) -> [String] {
        pairs.map { key, value in
            "  " + key + String(repeating: " ", count: 6 - key.count) + (value ?? "(nothing: the file ends)")
        }
    }

    /// Lines that were only taken away have no origin of their own any more: what stands before them tells where to
    /// look.
    private static func origin(of difference: FirstDifference, in origins: LineOrigins) -> String {
        let first =
            difference.changed.isEmpty ? nil : origins.location(ofLine: difference.line, changedFrom: difference.old)
        if let changed = first ?? difference.changed.lazy.compactMap(origins.location(ofLine:)).first {
            return place(changed)
        }
        guard difference.changed.isEmpty, let before = origins.location(ofLine: difference.line - 1) else {
            return place(nil)
        }
        return "\(before), behind which something is gone"
    }

    private static func place(_ location: SourceLocation?) -> String {
        location?.description ?? "the spec as a whole, or a generator of another version"
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
