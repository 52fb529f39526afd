/// A version as semantic versioning has it, without labels.
struct Version: Equatable, CustomStringConvertible {
    let major: Int
    let minor: Int
    let patch: Int

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2],
            min(major, minor, patch) >= 0
        else { return nil }
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    var description: String { "\(major).\(minor).\(patch)" }
}

/// How far a version moves.
enum VersionStep: Int, Comparable {
    /// The new version is the old one, or below it.
    case none
    case patch
    case minor
    case major

    var name: String {
        switch self {
        case .none: "none"
        case .patch: "patch"
        case .minor: "minor"
        case .major: "major"
        }
    }

    /// "a minor step".
    var words: String { self == .none ? "no step" : "a \(name) step" }

    /// The step from one version to another; nil where either is no version.
    init?(from old: String, to new: String) {
        guard let old = Version(old), let new = Version(new) else { return nil }
        if new.major != old.major {
            self = new.major > old.major ? .major : .none
        } else if new.minor != old.minor {
            self = new.minor > old.minor ? .minor : .none
        } else {
            self = new.patch > old.patch ? .patch : .none
        }
    }

    /// What the changes ask for. Below 1.0.0 a break is a minor step: nothing was promised to be stable.
    static func needed(for changes: [SpecChange], after old: String, on boundaries: Set<Boundary>) -> VersionStep {
        changes.filter { $0.rule.id != "version-changed" }.map { change in
            let effect = change.rule.effect
            if effect.breaks(on: boundaries) { return Version(old)?.major == 0 ? .minor : .major }
            return effect.isDocumentation ? .patch : .minor
        }.max() ?? .none
    }

    static func < (left: VersionStep, right: VersionStep) -> Bool { left.rawValue < right.rawValue }
}
