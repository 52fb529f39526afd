// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Answers every operation with the spec's example.
public struct StubHandlers: Handlers {
    public init() {}
}
