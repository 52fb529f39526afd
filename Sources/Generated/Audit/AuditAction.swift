// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// What is written to the audit log. The raw values are what auditors see.
public enum AuditAction: String, Sendable, CaseIterable {
    /// `signUp`: Begins a workspace; it exists once its owner's address is verified.
    case signupRequested = "signup.requested"
    /// `verifySignup`: Turns a pending signup into a workspace, and signs its owner in.
    case tenantProvisioned = "tenant.provisioned"
    /// `login`: Opens a session for a member of a workspace.
    case sessionOpened = "session.opened"
    /// `inviteTeammate`: Offers somebody a place in the workspace.
    case teamInvited = "team.invited"
    /// `acceptInvitation`: Takes the place that was offered, and signs the new member in.
    case teamJoined = "team.joined"
    /// `createKey`: Issues an API key; its secret is shown in this answer only.
    case keyCreated = "key.created"
    /// `openChatSession`: Opens a chat session for a user of the customer's app, in that user's own conversation.
    case chatSessionOpened = "chat.session_opened"
    /// `createChannel`: Creates a channel that the key then sees.
    case channelCreated = "channel.created"
}
