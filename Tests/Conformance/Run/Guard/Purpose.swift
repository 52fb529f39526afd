/// What a request is sent for, told to everything below without passing it on by hand.
enum Purpose {
    /// The id of the check, or of the part of the run, that is under way: `derived.createKey.success`, `teardown`.
    @TaskLocal static var current = "run"

    static let teardown = "teardown"
}
