/// What a mock's answers depend on beside the request.
public struct MockSettings: Sendable {
    /// Other seeds give other values.
    public var seed: UInt64
    /// The time that times in replies are told from, in seconds since 1970.
    public var now: Int
    /// Answer with the spec's examples only.
    public var usesExamples: Bool

    /// Leave out, now and then, what may be left out or null.
    public var leavesOut: Bool

    public init(seed: UInt64 = 1, now: Int = 1_767_225_600, usesExamples: Bool = false, leavesOut: Bool = true) {
        self.seed = seed
        self.now = now
        self.usesExamples = usesExamples
        self.leavesOut = leavesOut
    }
}
