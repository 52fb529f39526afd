// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// What is written to the audit log. The raw values are what auditors see.
public enum AuditAction: String, Sendable, CaseIterable {
    /// `signUp`: Begins a workspace; it exists once its owner's address is verified.
    case signupRequested = "signup.requested"
    /// `verifySignup`: Turns a pending signup into a workspace, and signs its owner in.
    case tenantProvisioned = "tenant.provisioned"
    /// `login`: Opens a session for a member of a workspace.
    case sessionOpened = "session.opened"
    /// `logout`: Ends the session.
    case sessionEnded = "session.ended"
    /// `resetPassword`: Sets a new password, ends the account's sessions and opens a new one.
    case passwordReset = "password.reset"
    /// `inviteTeammate`: Offers somebody a place in the workspace.
    /// `resendInvitation`: Sends it again, with a new link; the old one stops working.
    case teamInvited = "team.invited"
    /// `acceptInvitation`: Takes the place that was offered, and signs the new member in.
    case teamJoined = "team.joined"
    /// `deleteInvitation`: Takes an invitation back.
    case teamInvitationDeleted = "team.invitation_deleted"
    /// `changeMember`: Changes a member's role, at once for open sessions.
    case teamRoleChanged = "team.role_changed"
    /// `removeMember`: Removes a member and ends their sessions at once.
    case teamRemoved = "team.removed"
    /// `createKey`: Issues an API key and shows its secret.
    case keyCreated = "key.created"
    /// `rotateKey`: Gives a key a new secret and shows it; the old one stops working.
    case keyRotated = "key.rotated"
    /// `revokeKey`: Ends a key at once.
    case keyRevoked = "key.revoked"
    /// `putWidgetSettings`: Sets the widget's look and the pages that it may stand on; what is left out gets its
    /// default.
    case widgetChanged = "widget.changed"
    /// `openChatSession`: Opens a chat session for a user of the customer's app, in that user's own conversation.
    case chatSessionOpened = "chat.session_opened"
    /// `createChannel`: Creates a channel that the key then sees.
    case channelCreated = "channel.created"
    /// `closeWorkspace`: Closes the workspace for good, on its owner's word. What is in it is deleted, except the audit
    /// log and the usage, which are kept as long as its policy said.
    case workspaceClosed = "workspace.closed"
    /// `putRetentionPolicy`: Sets for how many days things are kept.
    case retentionChanged = "retention.changed"
    /// `exportAudit`: Lists the whole audit log, oldest first, in large pages.
    case auditExported = "audit.exported"
    /// The job `retention`: Deletes for good what has been kept as long as the workspace's policy says.
    case retentionPurged = "retention.purged"
}
