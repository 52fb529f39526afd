/// A setting that the suite does not start with.
struct SettingsError: Error, CustomStringConvertible {
    /// Where it stands: `iris-conformance.yaml:3:1`, a variable's name, or a flag.
    let place: String
    let problem: String
    /// What to do about it.
    let help: String?

    init(_ place: String, _ problem: String, help: String? = nil) {
        self.place = place
        self.problem = problem
        self.help = help
    }

    var description: String { "\(place): \(problem)" + (help.map { "\nhelp: \($0)" } ?? "") }
}
