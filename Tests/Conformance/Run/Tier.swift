import ArgumentParser

/// Which of the checks a run carries out, by what they do to the deployment.
enum Tier: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// What disturbs nobody: a run does this unless it is asked for something else.
    case standard = "default"
    /// Using the public limits up: whoever shares the run's address is locked out for some minutes.
    case limits
}
