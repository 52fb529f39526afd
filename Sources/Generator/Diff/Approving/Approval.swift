import Contract

/// A break that was decided upon, and why.
struct Approval: Sendable, Equatable {
    let fingerprint: String
    let rule: String
    let subject: String
    let reason: String
    let location: SourceLocation

    /// Reads a list of approvals; whatever is wrong with it is told at its line.
    static func read(_ file: SpecFile) -> (approvals: [Approval], complaints: [String]) {
        let root: YAMLNode
        switch SpecDocument.parse(file) {
        case .success(let document): root = document.root
        case .failure(let failure): return ([], failure.findings.map(\.description))
        }
        guard let elements = root.elements else {
            return ([], ["\(root.location): approvals are a list of \(keys.joined(separator: ", "))"])
        }
        var approvals: [Approval] = []
        var complaints: [String] = []
        for element in elements {
            let (approval, wrong) = read(element)
            if let approval { approvals.append(approval) }
            complaints += wrong
        }
        return (approvals, complaints)
    }

    private static let keys = ["fingerprint", "rule", "subject", "reason"]

    private static func read(_ node: YAMLNode) -> (Approval?, [String]) {
        guard let entries = node.entries else {
            return (nil, ["\(node.location): an approval has the keys \(keys.joined(separator: ", "))"])
        }
        var complaints = entries.filter { !keys.contains($0.key) }.map {
            "\($0.keyLocation): an approval has no key '\($0.key)'"
        }
        func text(_ key: String) -> String? {
            let text = entries.first { $0.key == key }?.value.text ?? ""
            if !text.contains(where: { !$0.isWhitespace }) {
                complaints.append("\(node.location): an approval needs '\(key)'")
                return nil
            }
            return text
        }
        let texts = keys.map(text)
        guard let fingerprint = texts[0], let rule = texts[1], let subject = texts[2], let reason = texts[3] else {
            return (nil, complaints)
        }
        return (
            Approval(
                fingerprint: fingerprint, rule: rule, subject: subject, reason: reason, location: node.location),
            complaints
        )
    }

    /// Whether this is the change that was meant. Rule and subject are there for readers, and must be true.
    func matches(_ change: SpecChange) -> Bool {
        fingerprint == change.fingerprint && rule == change.rule.id && subject == change.subject
    }
}

extension SpecChange {
    /// What to write into the file of approvals.
    var approvalEntry: [String] {
        [
            "- fingerprint: \"\(fingerprint)\"", "  rule: \(rule.id)", "  subject: \(Self.quoted(subject))",
            "  reason: ",
        ]
    }

    /// Subjects hold titles of steps, which may hold anything.
    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
