// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Everything that the contract asks of a server.
public typealias Handlers =
    HealthHandlers
    & SignupHandlers
    & SignInHandlers
    & TeamHandlers
    & KeyHandlers
    & WidgetHandlers
    & ProductHandlers
    & WorkspaceHandlers
    & ChatHandlers
