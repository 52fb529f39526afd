/// What the doctor has found about one thing, in words for whoever runs the server.
struct Diagnosis: Sendable {
    enum State: Sendable {
        case well
        /// It works, and should be known.
        case remark
        case ill
    }

    /// What was looked at: "mail", "clock".
    let subject: String
    let state: State
    /// What was found, as a sentence.
    let finding: String
    /// What to do about it; nil where nothing needs doing.
    let remedy: String?

    static func well(_ subject: String, _ finding: String) -> Diagnosis {
        Diagnosis(subject: subject, state: .well, finding: finding, remedy: nil)
    }

    static func remark(_ subject: String, _ finding: String, _ remedy: String? = nil) -> Diagnosis {
        Diagnosis(subject: subject, state: .remark, finding: finding, remedy: remedy)
    }

    static func ill(_ subject: String, _ finding: String, _ remedy: String) -> Diagnosis {
        Diagnosis(subject: subject, state: .ill, finding: finding, remedy: remedy)
    }

    /// A line, and a second one with what to do.
    var lines: String {
        let sign =
            switch state {
            case .well: "✓"
            case .remark: "·"
            case .ill: "✗"
            }
        let name = subject + String(repeating: " ", count: max(0, 10 - subject.count))
        return "\(sign) \(name) \(finding)" + (remedy.map { "\n             → \($0)" } ?? "")
    }
}
