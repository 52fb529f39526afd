// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Everything that the contract asks of a server.
public typealias Handlers =
    SignupHandlers & SignInHandlers & TeamHandlers & KeyHandlers & ProductHandlers & ChatHandlers
