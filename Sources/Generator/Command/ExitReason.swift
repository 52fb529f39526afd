import ArgumentParser

/// How a run of `iris-generate` can end. Scripts rest on the numbers.
enum ExitReason: Int32, CaseIterable {
    case done = 0
    case mistakes = 1
    case drift = 2
    case breaking = 3
    /// ArgumentParser ends with it by itself; `EX_USAGE` of sysexits.h.
    case usage = 64

    var meaning: String {
        switch self {
        case .done: "done, or nothing to do"
        case .mistakes: "the spec has mistakes"
        case .drift: "the generated files are not what the spec says"
        case .breaking: "the spec breaks what was promised before"
        case .usage: "the command line is wrong, or names what the spec does not have"
        }
    }

    /// What a command throws to end so.
    var error: ExitCode { ExitCode(rawValue) }

    static var table: String { allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "." }
}
