// Generated from spec/ by `make generate`. Edit the spec, not this file.


/**
 * A channel.
 * A UUID.
 */
export type ChannelId = string;

/**
 * Keep health data out of channel names.
 * 1 to 120 characters.
 */
export type ChannelName = string;

/**
 * Keep health data out of topics.
 * 1 to 250 characters.
 */
export type Topic = string;

export type ChannelType = 'support' | 'group';

export type ChannelStatus = 'open' | 'archived';

/**
 * A place in a channel's sequence of messages, edits and deletions, which has no gaps.
 * From 0 to 1000000000000.
 */
export type Seq = number;

export interface Channel {
    channel_id: ChannelId;
    name: ChannelName;
    channel_type: ChannelType;
    topic: Topic | null;
    status: ChannelStatus;
    /** The newest place; 0 before the first message. */
    last_seq: Seq;
    /** RFC 3339 in UTC. */
    created_at: string;
    /** RFC 3339 in UTC. */
    archived_at: string | null;
}

export type ChannelRole = 'member' | 'moderator' | 'read_only';

/**
 * Somebody who can be in channels: an end user, a member of the workspace, or a key.
 * A UUID.
 */
export type ParticipantId = string;

/** Somebody who is in a channel. */
export interface ChannelMember {
    channel_id: ChannelId;
    user_id: ParticipantId;
    member_type: SenderType;
    /** For end users that the customer's app knows. */
    external_user_id: ExternalUserId | null;
    display_name: DisplayName | null;
    channel_role: ChannelRole;
    muted: boolean;
    last_read_seq: Seq;
    /** RFC 3339 in UTC. */
    joined_at: string;
}

export interface RemovedChannelMember {
    channel_id: ChannelId;
    user_id: ParticipantId;
    deleted: boolean;
}

/**
 * A message.
 * A UUID.
 */
export type MessageId = string;

/**
 * The sender's own name for a message; sending it again answers the same message.
 * 1 to 64 characters.
 */
export type ClientMessageId = string;

/** 1 to 16384 characters. */
export type Content = string;

export type ContentType = 'text';

/**
 * Who sent a message.
 * A UUID.
 */
export type SenderId = string;

export type SenderType = 'key' | 'end_user' | 'member';

/** 1 to 120 characters. */
export type DisplayName = string;

export interface Sender {
    sender_type: SenderType;
    sender_id: SenderId;
    display_name: DisplayName | null;
}

export interface Message {
    message_id: MessageId;
    channel_id: ChannelId;
    /** The place that it got when it was posted. */
    seq: Seq;
    sender: Sender;
    /** Null once the message was deleted. */
    content: Content | null;
    content_type: ContentType;
    client_message_id: ClientMessageId | null;
    /** RFC 3339 in UTC. */
    created_at: string;
    /** The place of its last edit, or of its deletion. */
    changed_seq: Seq | null;
    /** RFC 3339 in UTC. */
    edited_at: string | null;
    /** RFC 3339 in UTC. */
    deleted_at: string | null;
}

export interface DeletedMessage {
    message_id: MessageId;
    channel_id: ChannelId;
    /** The place of the deletion. */
    seq: Seq;
    deleted: boolean;
}

export interface ReadMark {
    channel_id: ChannelId;
    seq: Seq;
}

export interface TypingNotice {
    channel_id: ChannelId;
    is_typing: boolean;
}

export type ListOrder = 'desc' | 'asc';

/** From 1 to 100; 50 where it is left out. */
export type PageSize = number;

/**
 * A place in a list, as the list itself has named it.
 * 1 to 512 characters.
 */
export type Cursor = string;

/**
 * A person who writes from a customer's app.
 * A UUID.
 */
export type EndUserId = string;

/**
 * The customer's own id for one of its users.
 * 1 to 200 characters.
 */
export type ExternalUserId = string;

/**
 * An end user's session.
 * A UUID.
 */
export type ChatSessionId = string;

/** 1 to 128 characters. */
export type ChatToken = string;

export interface ChatSession {
    session_id: ChatSessionId;
    tenant_id: TenantId;
    user_id: EndUserId;
    display_name: DisplayName | null;
    /** RFC 3339 in UTC. */
    expires_at: string;
}

export interface Conversation {
    channel_id: ChannelId;
    name: ChannelName;
}

/** A chat session that has just been opened, and the conversation that it is for. */
export interface ChatSessionGrant {
    /** Shown by this reply and by no other. */
    token: ChatToken;
    session: ChatSession;
    chat: Conversation;
}

/** 1 to 128 characters. */
export type ResumeToken = string;

/**
 * A resume token as a page has kept it; what is wrong with it is found out by looking for it.
 * 1 to 256 characters.
 */
export type ResumeAttempt = string;

/** A guest's chat session, and the token that brings the same guest back for 30 days after each visit. */
export interface GuestGrant {
    /** Shown by this reply and by no other. */
    token: ChatToken;
    session: ChatSession;
    chat: Conversation;
    resume_token: ResumeToken;
}

export interface EndedChatSession {
    session_id: ChatSessionId;
    deleted: boolean;
}

export type HealthStatus = 'ok';

export interface Health {
    status: HealthStatus;
}

/**
 * An API key.
 * A UUID.
 */
export type KeyId = string;

/** 1 to 80 characters. */
export type KeyName = string;

/**
 * The first characters of a key, enough to recognise it.
 * 1 to 24 characters.
 */
export type KeyPrefix = string;

/** 1 to 128 characters. */
export type KeySecret = string;

/** A new key, with the only showing of its secret. */
export interface IssuedKey {
    key_id: KeyId;
    name: KeyName;
    key_type: KeyType;
    key_prefix: KeyPrefix;
    /** Shown by this reply and by no other. */
    secret: KeySecret;
    scopes: KeyScope[];
    /** RFC 3339 in UTC. */
    created_at: string;
    /** RFC 3339 in UTC. */
    expires_at: string | null;
}

/** What can be known of a key after it was issued. */
export interface KeyDetails {
    key_id: KeyId;
    name: KeyName;
    key_type: KeyType;
    key_prefix: KeyPrefix;
    scopes: KeyScope[];
    /** RFC 3339 in UTC. */
    created_at: string;
    status: KeyStatus;
    /** RFC 3339 in UTC. */
    expires_at: string | null;
    /**
     * Within a minute of the truth.
     * RFC 3339 in UTC.
     */
    last_used_at: string | null;
}

export type KeyStatus = 'active' | 'expired' | 'revoked';

/** From 0 to 604800; 0 where it is left out. */
export type GraceSeconds = number;

export interface RevokedKey {
    key_id: KeyId;
    deleted: boolean;
}

export interface KeyIntrospection {
    key_id: KeyId;
    tenant_id: TenantId;
    name: KeyName;
    key_type: KeyType;
    key_prefix: KeyPrefix;
    scopes: KeyScope[];
}

/**
 * A member of a workspace.
 * A UUID.
 */
export type UserId = string;

/** 1 to 120 characters. */
export type FullName = string;

/**
 * An email address; letter case does not matter.
 * 3 to 254 characters.
 */
export type Email = string;

/**
 * A new password.
 * 12 to 256 characters.
 */
export type Password = string;

/**
 * A password as somebody typed it; what is wrong with it is found out by comparing.
 * 1 to 256 characters.
 */
export type PasswordAttempt = string;

/** A member's place in the organisation. */
export type OrgRole = 'owner' | 'admin' | 'operator' | 'viewer';

/**
 * A sign-in at the console.
 * A UUID.
 */
export type SessionId = string;

/** 1 to 128 characters. */
export type SessionToken = string;

/** Who is signed in. */
export interface Person {
    user_id: UserId;
    email: Email;
    full_name: FullName;
    org_role: OrgRole;
}

/** A session that has just been opened. */
export interface SessionGrant {
    /** Shown by this reply and by no other. */
    token: SessionToken;
    /** What the session may do. */
    role: SessionRole;
    /** RFC 3339 in UTC. */
    expires_at: string;
    user: Person;
    tenant: WorkspaceName;
}

/** The workspace that a session belongs to. */
export interface WorkspaceName {
    tenant_id: TenantId;
    name: CompanyName;
    slug: Handle;
}

/** A session that is open. */
export interface SessionDetails {
    session_id: SessionId;
    role: SessionRole;
    /** RFC 3339 in UTC. */
    expires_at: string;
    user: Person;
    tenant: WorkspaceName;
}

export interface EndedSession {
    session_id: SessionId;
    deleted: boolean;
}

/** 1 to 128 characters. */
export type ResetToken = string;

/** What has become of a mail that was asked for; the same whether or not the address is known. */
export interface MailReceipt {
    email: Email;
    email_sent: boolean;
    /**
     * Only where no mail can be sent and the environment is for development.
     * Shown by this reply and by no other.
     */
    verification_token?: VerificationToken;
}

/** What has become of a mail that was asked for; the same whether or not the address is known. */
export interface ResetReceipt {
    email: Email;
    email_sent: boolean;
    /**
     * Only where no mail can be sent and the environment is for development.
     * Shown by this reply and by no other.
     */
    reset_token?: ResetToken;
}

/**
 * The token of a chat session, a console session or an API key.
 * 1 to 128 characters.
 */
export type SocketToken = string;

/**
 * The client's own name for a frame; the answer repeats it.
 * 1 to 64 characters.
 */
export type FrameRef = string;

/**
 * How often the server pings, in seconds.
 * From 1 to 600.
 */
export type HeartbeatSeconds = number;

/** What people can say of themselves; offline is what remains when their last socket has ended. */
export type ChosenPresence = 'online' | 'away';

export type PresenceState = 'online' | 'away' | 'offline';

/**
 * Where a field stands, as a JSON pointer into the frame; empty for the frame itself.
 * 0 to 256 characters.
 */
export type FieldPointer = string;

/** Why a frame was not carried out. The socket stays open. */
export type SocketProblem =
    | 'invalid_json'
    | 'unknown_type'
    | 'invalid_frame'
    | 'not_found'
    | 'insufficient_scope'
    | 'forbidden'
    | 'rate_limited'
    | 'unavailable'
    | 'internal';

/**
 * The problem in plain words, for developers.
 * 1 to 300 characters.
 */
export type ProblemMessage = string;

/**
 * An invitation to a workspace.
 * A UUID.
 */
export type InvitationId = string;

/** A role that can be offered. */
export type InvitableRole = 'admin' | 'operator' | 'viewer';

/** 1 to 128 characters. */
export type InviteToken = string;

export interface Invitation {
    invitation_id: InvitationId;
    email: Email;
    org_role: InvitableRole;
    /** RFC 3339 in UTC. */
    expires_at: string;
    email_sent: boolean;
    /** Shown by this reply and by no other. */
    token: InviteToken;
}

export interface Member {
    user_id: UserId;
    email: Email;
    full_name: FullName;
    org_role: OrgRole;
    /** RFC 3339 in UTC. */
    joined_at: string;
}

/** An invitation that waits to be accepted. */
export interface PendingInvitation {
    invitation_id: InvitationId;
    email: Email;
    org_role: InvitableRole;
    /** RFC 3339 in UTC. */
    created_at: string;
    /** RFC 3339 in UTC. */
    expires_at: string;
}

export interface DeletedInvitation {
    invitation_id: InvitationId;
    deleted: boolean;
}

export interface RemovedMember {
    user_id: UserId;
    deleted: boolean;
}

/**
 * Where a web page comes from; https://*.example.com stands for every host below example.com.
 * 8 to 255 characters.
 */
export type WebOrigin = string;

/** 7 characters. */
export type Color = string;

/** 9 to 500 characters. */
export type LogoLink = string;

/** 1 to 60 characters. */
export type WidgetTitle = string;

/** 1 to 500 characters. */
export type WelcomeMessage = string;

export type LauncherPosition = 'bottom_right' | 'bottom_left';

export interface Branding {
    primary_color: Color;
    text_color: Color;
    title: WidgetTitle;
    logo_url: LogoLink | null;
    welcome_message: WelcomeMessage;
    launcher_position: LauncherPosition;
}

/** Branding as an admin sets it; what is left out gets its default. */
export interface BrandingDraft {
    primary_color?: Color;
    text_color?: Color;
    title?: WidgetTitle;
    logo_url?: LogoLink | null;
    welcome_message?: WelcomeMessage;
    launcher_position?: LauncherPosition;
}

/** What anybody may know of a workspace's widget. */
export interface PublicWidget {
    tenant_id: TenantId;
    branding: Branding;
}

export interface WidgetSettings {
    allowed_origins: WebOrigin[];
    branding: Branding;
    /** RFC 3339 in UTC. */
    updated_at: string | null;
}

/**
 * A workspace.
 * A UUID.
 */
export type TenantId = string;

/**
 * A signup that waits for its verification.
 * A UUID.
 */
export type SignupId = string;

/** 1 to 120 characters. */
export type CompanyName = string;

/**
 * The workspace's name in addresses.
 * 3 to 40 characters.
 */
export type Handle = string;

/**
 * A handle as somebody typed it.
 * 0 to 200 characters.
 */
export type HandleAttempt = string;

export type Plan = 'trial';

export interface HandleAvailability {
    slug: HandleAttempt;
    available: boolean;
    /** Why it is not available. */
    reason?: HandleObjection;
}

export type HandleObjection = 'malformed' | 'reserved' | 'taken';

/** 1 to 128 characters. */
export type VerificationToken = string;

/** A pending signup. */
export interface SignupReceipt {
    signup_id: SignupId;
    tenant_id: TenantId;
    email: Email;
    slug: Handle;
    verification_required: boolean;
    verification_email_sent: boolean;
    /**
     * Only where no mail can be sent and the environment is for development.
     * Shown by this reply and by no other.
     */
    verification_token?: VerificationToken;
    /** RFC 3339 in UTC. */
    expires_at: string;
}

export type WorkspaceStatus = 'active' | 'suspended';

export interface Workspace {
    tenant_id: TenantId;
    name: CompanyName;
    slug: Handle;
    plan: Plan;
    status: WorkspaceStatus;
    /** RFC 3339 in UTC. */
    created_at: string;
}

export interface ClosedWorkspace {
    tenant_id: TenantId;
    deleted: boolean;
}

/**
 * A day in UTC.
 * 10 characters.
 */
export type Day = string;

export type UsageMetric = 'messages_posted' | 'chat_sessions_opened' | 'channels_created' | 'active_end_users';

/** From 0 to 1000000000000. */
export type UsageValue = number;

export interface UsageEntry {
    day: Day;
    metric: UsageMetric;
    value: UsageValue;
}

/**
 * For how many days messages are kept.
 * From 1 to 3650.
 */
export type MessageDays = number;

/**
 * For how many days the audit log is kept.
 * From 365 to 3650.
 */
export type AuditDays = number;

export interface RetentionPolicy {
    message_days: MessageDays;
    audit_days: AuditDays;
}

/**
 * A row's place in the workspace's audit log, without gaps.
 * From 1 to 1000000000000.
 */
export type AuditNumber = number;

/** 1 to 64 characters. */
export type AuditActionName = string;

export type ActorType = 'visitor' | 'member' | 'key' | 'chat' | 'job';

/**
 * Who did something.
 * A UUID.
 */
export type ActorId = string;

/**
 * What something was done to.
 * A UUID.
 */
export type TargetId = string;

/** 1 to 64 characters. */
export type NetworkAddress = string;

/**
 * A request.
 * A UUID.
 */
export type RequestId = string;

/**
 * SHA-256 over the row and the hash of the one before it, in hexadecimal.
 * 64 characters.
 */
export type AuditHash = string;

export interface AuditEntry {
    number: AuditNumber;
    /** RFC 3339 in UTC. */
    at: string;
    action: AuditActionName;
    actor_type: ActorType;
    actor_id: ActorId | null;
    target_id: TargetId | null;
    address: NetworkAddress | null;
    request_id: RequestId | null;
    previous_hash: AuditHash;
    hash: AuditHash;
}

/**
 * A mail.
 * A UUID.
 */
export type MailReference = string;

/** 1 to 200 characters. */
export type MailSubject = string;

/**
 * Why a mail could not be delivered, without addresses or content.
 * 1 to 300 characters.
 */
export type MailProblem = string;

/** From 1 to 1000. */
export type AttemptCount = number;

export interface FailedMail {
    mail_id: MailReference;
    recipient: Email;
    subject: MailSubject;
    problem: MailProblem;
    attempts: AttemptCount;
    /** RFC 3339 in UTC. */
    failed_at: string;
}

/** From 1 to 1000; 500 where it is left out. */
export type ExportSize = number;

/** What a session may do, the mightiest first. */
export type SessionRole = 'admin' | 'operator' | 'viewer';

/** One right of a key. */
export type KeyScope =
    | 'chat:channels.read'
    | 'chat:channels.create'
    | 'chat:channels.manage'
    | 'chat:messages.read'
    | 'chat:messages.write'
    | 'chat:presence.write'
    | 'chat:read-state.write'
    | 'chat:identity.link';

/** The kinds of key. */
export type KeyType = 'secret' | 'publishable';

/** Every error code of the contract. */
export type ErrorCode =
    /** 400: The body is not valid JSON. */
    | 'invalid_json'
    /** 400: Some fields are not valid; details names each of them. */
    | 'invalid_request'
    /** 400: This list has given out no such cursor. */
    | 'invalid_cursor'
    /** 400: The tenant follows from the key; leave tenant_id out of the body. */
    | 'tenant_not_allowed'
    /** 400: The password is too easy to guess; avoid common ones, and your name, email or workspace in it. */
    | 'weak_password'
    /** 400: A key of this type cannot have one of these scopes. */
    | 'scope_not_grantable'
    /** 400: Name one person of this workspace, by user_id or external_user_id. */
    | 'no_such_person'
    /** 401: A valid token for this operation is needed. */
    | 'unauthenticated'
    /** 401: The email or the password is wrong. */
    | 'invalid_credentials'
    /** 403: Your role does not allow this. */
    | 'forbidden'
    /** 403: The slug or the password is wrong; nothing was closed. */
    | 'not_confirmed'
    /** 403: The key lacks the scope that this operation needs. */
    | 'insufficient_scope'
    /** 403: This workspace does not list the web page that asks. Admins list its origin under allowed origins. */
    | 'origin_not_allowed'
    /** 404: There is nothing here that you can see. */
    | 'not_found'
    /** 405: This path does not answer this method; Allow names those that it does. */
    | 'method_not_allowed'
    /** 409: This handle is taken. */
    | 'slug_taken'
    /** 409: This person is a member already. */
    | 'already_member'
    /** 409: This link has been used already. */
    | 'already_used'
    /** 409: This is the workspace's last owner; name another first. */
    | 'last_owner'
    /** 409: The channel is archived and takes no messages. */
    | 'channel_archived'
    /** 410: This link has expired. */
    | 'token_expired'
    /** 413: The body is larger than this API takes. */
    | 'payload_too_large'
    /** 415: Send the body as application/json. */
    | 'unsupported_media_type'
    /** 422: This Idempotency-Key was used for another request; take a new one. */
    | 'idempotency_key_reused'
    /** 429: Too many requests; try again after the time that Retry-After names, in seconds. */
    | 'rate_limited'
    /** 500: Something went wrong on our side. Nothing was lost; the request_id helps us to find it. */
    | 'internal'
    /** 503: The service cannot answer just now; try again in a moment. */
    | 'unavailable';

/** What the client itself finds: no answer came, or one that is not of this contract. */
export type ClientErrorCode = 'no_answer' | 'unexpected_reply';

export type CheckHealthErrorCode = 'payload_too_large' | 'internal' | 'unavailable';

export type CheckReadinessErrorCode = 'payload_too_large' | 'internal' | 'unavailable';

export type CheckHandleErrorCode =
    | 'invalid_request'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type SignUpErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'weak_password'
    | 'slug_taken'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type VerifySignupErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'not_found'
    | 'already_member'
    | 'already_used'
    | 'token_expired'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ResendVerificationErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type LoginErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'invalid_credentials'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type LogoutErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'payload_too_large'
    | 'idempotency_key_reused'
    | 'internal'
    | 'unavailable';

export type GetMeErrorCode = 'unauthenticated' | 'payload_too_large' | 'internal' | 'unavailable';

export type ForgotPasswordErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ResetPasswordErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'weak_password'
    | 'not_found'
    | 'already_used'
    | 'token_expired'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type InviteTeammateErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'already_member'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type AcceptInvitationErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'weak_password'
    | 'not_found'
    | 'already_member'
    | 'already_used'
    | 'token_expired'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ListMembersErrorCode = 'unauthenticated' | 'forbidden' | 'payload_too_large' | 'internal' | 'unavailable';

export type ListInvitationsErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type ResendInvitationErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type DeleteInvitationErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type ChangeMemberErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'last_owner'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'internal'
    | 'unavailable';

export type RemoveMemberErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'last_owner'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type CreateKeyErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'scope_not_grantable'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'internal'
    | 'unavailable';

export type ListKeysErrorCode = 'unauthenticated' | 'forbidden' | 'payload_too_large' | 'internal' | 'unavailable';

export type RotateKeyErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'internal'
    | 'unavailable';

export type RevokeKeyErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type GetBrandingErrorCode =
    | 'invalid_request'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetWidgetSettingsErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type PutWidgetSettingsErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'internal'
    | 'unavailable';

export type IntrospectKeyErrorCode =
    | 'unauthenticated'
    | 'origin_not_allowed'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type OpenChatSessionErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type CreateChannelErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ListChannelsErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetChannelErrorCode =
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ChangeChannelErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ArchiveChannelErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type UnarchiveChannelErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ListChannelMembersErrorCode =
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type AddChannelMemberErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'no_such_person'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ChangeChannelMemberErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type RemoveChannelMemberErrorCode =
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type PostMessageErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'forbidden'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'channel_archived'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ListMessagesErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetMessageErrorCode =
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ChangeMessageErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'forbidden'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'channel_archived'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type DeleteMessageErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type MarkReadErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ShowTypingErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'tenant_not_allowed'
    | 'unauthenticated'
    | 'insufficient_scope'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetWorkspaceErrorCode = 'unauthenticated' | 'forbidden' | 'payload_too_large' | 'internal' | 'unavailable';

export type CloseWorkspaceErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_confirmed'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetUsageErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type GetRetentionPolicyErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type PutRetentionPolicyErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'internal'
    | 'unavailable';

export type ListAuditErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type ExportAuditErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type ListFailedMailsErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type OpenGuestSessionErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'origin_not_allowed'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type GetChatSessionErrorCode = 'unauthenticated' | 'payload_too_large' | 'internal' | 'unavailable';

export type RefreshChatSessionErrorCode =
    | 'invalid_request'
    | 'unauthenticated'
    | 'payload_too_large'
    | 'idempotency_key_reused'
    | 'internal'
    | 'unavailable';

export type EndChatSessionErrorCode = 'unauthenticated' | 'payload_too_large' | 'internal' | 'unavailable';

export type ListConversationsErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type GetConversationErrorCode =
    | 'unauthenticated'
    | 'not_found'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type SendMessageErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'channel_archived'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ReadMessagesErrorCode =
    | 'invalid_request'
    | 'invalid_cursor'
    | 'unauthenticated'
    | 'not_found'
    | 'payload_too_large'
    | 'internal'
    | 'unavailable';

export type EditMessageErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'channel_archived'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type WithdrawMessageErrorCode =
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type MarkConversationReadErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

export type ShowConversationTypingErrorCode =
    | 'invalid_json'
    | 'invalid_request'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'idempotency_key_reused'
    | 'rate_limited'
    | 'internal'
    | 'unavailable';

/** What each operation may be refused for. */
export interface ErrorCodes {
    checkHealth: CheckHealthErrorCode;
    checkReadiness: CheckReadinessErrorCode;
    checkHandle: CheckHandleErrorCode;
    signUp: SignUpErrorCode;
    verifySignup: VerifySignupErrorCode;
    resendVerification: ResendVerificationErrorCode;
    login: LoginErrorCode;
    logout: LogoutErrorCode;
    getMe: GetMeErrorCode;
    forgotPassword: ForgotPasswordErrorCode;
    resetPassword: ResetPasswordErrorCode;
    inviteTeammate: InviteTeammateErrorCode;
    acceptInvitation: AcceptInvitationErrorCode;
    listMembers: ListMembersErrorCode;
    listInvitations: ListInvitationsErrorCode;
    resendInvitation: ResendInvitationErrorCode;
    deleteInvitation: DeleteInvitationErrorCode;
    changeMember: ChangeMemberErrorCode;
    removeMember: RemoveMemberErrorCode;
    createKey: CreateKeyErrorCode;
    listKeys: ListKeysErrorCode;
    rotateKey: RotateKeyErrorCode;
    revokeKey: RevokeKeyErrorCode;
    getBranding: GetBrandingErrorCode;
    getWidgetSettings: GetWidgetSettingsErrorCode;
    putWidgetSettings: PutWidgetSettingsErrorCode;
    introspectKey: IntrospectKeyErrorCode;
    openChatSession: OpenChatSessionErrorCode;
    createChannel: CreateChannelErrorCode;
    listChannels: ListChannelsErrorCode;
    getChannel: GetChannelErrorCode;
    changeChannel: ChangeChannelErrorCode;
    archiveChannel: ArchiveChannelErrorCode;
    unarchiveChannel: UnarchiveChannelErrorCode;
    listChannelMembers: ListChannelMembersErrorCode;
    addChannelMember: AddChannelMemberErrorCode;
    changeChannelMember: ChangeChannelMemberErrorCode;
    removeChannelMember: RemoveChannelMemberErrorCode;
    postMessage: PostMessageErrorCode;
    listMessages: ListMessagesErrorCode;
    getMessage: GetMessageErrorCode;
    changeMessage: ChangeMessageErrorCode;
    deleteMessage: DeleteMessageErrorCode;
    markRead: MarkReadErrorCode;
    showTyping: ShowTypingErrorCode;
    getWorkspace: GetWorkspaceErrorCode;
    closeWorkspace: CloseWorkspaceErrorCode;
    getUsage: GetUsageErrorCode;
    getRetentionPolicy: GetRetentionPolicyErrorCode;
    putRetentionPolicy: PutRetentionPolicyErrorCode;
    listAudit: ListAuditErrorCode;
    exportAudit: ExportAuditErrorCode;
    listFailedMails: ListFailedMailsErrorCode;
    openGuestSession: OpenGuestSessionErrorCode;
    getChatSession: GetChatSessionErrorCode;
    refreshChatSession: RefreshChatSessionErrorCode;
    endChatSession: EndChatSessionErrorCode;
    listConversations: ListConversationsErrorCode;
    getConversation: GetConversationErrorCode;
    sendMessage: SendMessageErrorCode;
    readMessages: ReadMessagesErrorCode;
    editMessage: EditMessageErrorCode;
    withdrawMessage: WithdrawMessageErrorCode;
    markConversationRead: MarkConversationReadErrorCode;
    showConversationTyping: ShowConversationTypingErrorCode;
}

/** A field that broke one of its rules. */
export interface FieldProblem {
    /** A JSON pointer into the body, a query parameter behind `?`, or a header. */
    pointer: string;
    code: string;
    message: string;
}

/** A call that was refused, or that got no answer. */
export class IrisError<Code extends string = ErrorCode> extends Error {
    /** Whether it comes from this operation, whose codes it then has. */
    static is<Name extends keyof ErrorCodes>(
        error: unknown,
        operation: Name,
    ): error is IrisError<ErrorCodes[Name]>;
    private constructor();
    readonly operation: keyof ErrorCodes;
    /** What programs go by. */
    readonly code: Code | ClientErrorCode;
    /** The HTTP status; 0 where no answer came. */
    readonly status: number;
    /** The name under which the server's log speaks of the request. */
    readonly requestId?: string;
    /** The fields that broke their rules. */
    readonly details: FieldProblem[];
    /** After how many seconds to try again, where the server says so. */
    readonly retryAfter?: number;
}

/** What `checkHandle` takes. */
export interface CheckHandleInput {
    slug: HandleAttempt;
}

/** What `signUp` takes. */
export interface SignUpInput {
    full_name: FullName;
    email: Email;
    password: Password;
    company_name: CompanyName;
    slug: Handle;
    plan: Plan;
}

/** What `verifySignup` takes. */
export interface VerifySignupInput {
    tenant_id: TenantId;
    token: VerificationToken;
}

/** What `resendVerification` takes. */
export interface ResendVerificationInput {
    email: Email;
}

/** What `login` takes. */
export interface LoginInput {
    email: Email;
    password: PasswordAttempt;
}

/** What `forgotPassword` takes. */
export interface ForgotPasswordInput {
    email: Email;
}

/** What `resetPassword` takes. */
export interface ResetPasswordInput {
    token: ResetToken;
    password: Password;
}

/** What `inviteTeammate` takes. */
export interface InviteTeammateInput {
    email: Email;
    org_role: InvitableRole;
}

/** What `acceptInvitation` takes. */
export interface AcceptInvitationInput {
    tenant_id: TenantId;
    token: InviteToken;
    full_name: FullName;
    password: Password;
}

/** What `resendInvitation` takes. */
export interface ResendInvitationInput {
    invitation_id: InvitationId;
}

/** What `deleteInvitation` takes. */
export interface DeleteInvitationInput {
    invitation_id: InvitationId;
}

/** What `changeMember` takes. */
export interface ChangeMemberInput {
    user_id: UserId;
    org_role: OrgRole;
}

/** What `removeMember` takes. */
export interface RemoveMemberInput {
    user_id: UserId;
}

/** What `createKey` takes. */
export interface CreateKeyInput {
    name: KeyName;
    key_type: KeyType;
    /** Fewer than the type has by default. */
    scopes?: KeyScope[];
    /**
     * When the key ends; without it, never.
     * RFC 3339 in UTC.
     */
    expires_at?: string;
}

/** What `rotateKey` takes. */
export interface RotateKeyInput {
    key_id: KeyId;
    /** How long the old secret still works. */
    grace_seconds?: GraceSeconds;
}

/** What `revokeKey` takes. */
export interface RevokeKeyInput {
    key_id: KeyId;
}

/** What `getBranding` takes. */
export interface GetBrandingInput {
    tenant_id: TenantId;
}

/** What `putWidgetSettings` takes. */
export interface PutWidgetSettingsInput {
    allowed_origins: WebOrigin[];
    branding?: BrandingDraft;
}

/** What `openChatSession` takes. */
export interface OpenChatSessionInput {
    external_user_id: ExternalUserId;
    display_name?: DisplayName;
    email?: Email;
    /** The conversation's name if it is new. */
    channel_name?: ChannelName;
}

/** What `createChannel` takes. */
export interface CreateChannelInput {
    name: ChannelName;
    channel_type: ChannelType;
    topic?: Topic;
}

/** What `listChannels` takes. */
export interface ListChannelsInput {
    limit?: PageSize;
    cursor?: Cursor;
}

/** What `getChannel` takes. */
export interface GetChannelInput {
    channel_id: ChannelId;
}

/** What `changeChannel` takes. */
export interface ChangeChannelInput {
    channel_id: ChannelId;
    name?: ChannelName;
    topic?: Topic | null;
}

/** What `archiveChannel` takes. */
export interface ArchiveChannelInput {
    channel_id: ChannelId;
}

/** What `unarchiveChannel` takes. */
export interface UnarchiveChannelInput {
    channel_id: ChannelId;
}

/** What `listChannelMembers` takes. */
export interface ListChannelMembersInput {
    channel_id: ChannelId;
}

/** What `addChannelMember` takes. */
export interface AddChannelMemberInput {
    channel_id: ChannelId;
    /** An end user, a member of the workspace or a key. */
    user_id?: ParticipantId;
    external_user_id?: ExternalUserId;
    channel_role?: ChannelRole;
}

/** What `changeChannelMember` takes. */
export interface ChangeChannelMemberInput {
    channel_id: ChannelId;
    user_id: ParticipantId;
    channel_role?: ChannelRole;
    muted?: boolean;
}

/** What `removeChannelMember` takes. */
export interface RemoveChannelMemberInput {
    channel_id: ChannelId;
    user_id: ParticipantId;
}

/** What `postMessage` takes. */
export interface PostMessageInput {
    channel_id: ChannelId;
    content: Content;
    content_type?: ContentType;
    /** Sending it again answers the same message. */
    client_message_id?: ClientMessageId;
}

/** What `listMessages` takes. */
export interface ListMessagesInput {
    channel_id: ChannelId;
    limit?: PageSize;
    cursor?: Cursor;
    /** Newest first if absent. */
    order?: ListOrder;
    /** With order=asc: only what stands behind this place. */
    after_seq?: Seq;
}

/** What `getMessage` takes. */
export interface GetMessageInput {
    message_id: MessageId;
}

/** What `changeMessage` takes. */
export interface ChangeMessageInput {
    message_id: MessageId;
    content: Content;
}

/** What `deleteMessage` takes. */
export interface DeleteMessageInput {
    message_id: MessageId;
}

/** What `markRead` takes. */
export interface MarkReadInput {
    channel_id: ChannelId;
    seq: Seq;
}

/** What `showTyping` takes. */
export interface ShowTypingInput {
    channel_id: ChannelId;
    is_typing: boolean;
}

/** What `closeWorkspace` takes. */
export interface CloseWorkspaceInput {
    slug: HandleAttempt;
    password: PasswordAttempt;
}

/** What `getUsage` takes. */
export interface GetUsageInput {
    /** 30 days ago if absent. */
    from?: Day;
    /** Today if absent. */
    to?: Day;
}

/** What `putRetentionPolicy` takes. */
export interface PutRetentionPolicyInput {
    message_days: MessageDays;
    audit_days: AuditDays;
}

/** What `listAudit` takes. */
export interface ListAuditInput {
    limit?: PageSize;
    cursor?: Cursor;
    action?: AuditActionName;
}

/** What `exportAudit` takes. */
export interface ExportAuditInput {
    limit?: ExportSize;
    cursor?: Cursor;
}

/** What `openGuestSession` takes. */
export interface OpenGuestSessionInput {
    tenant_id: TenantId;
    display_name?: DisplayName;
    email?: Email;
    /** From an earlier answer; one that is not good makes a new guest. */
    resume_token?: ResumeAttempt;
}

/** What `listConversations` takes. */
export interface ListConversationsInput {
    limit?: PageSize;
    cursor?: Cursor;
}

/** What `getConversation` takes. */
export interface GetConversationInput {
    channel_id: ChannelId;
}

/** What `sendMessage` takes. */
export interface SendMessageInput {
    channel_id: ChannelId;
    content: Content;
    content_type?: ContentType;
    /** Sending it again answers the same message. */
    client_message_id?: ClientMessageId;
}

/** What `readMessages` takes. */
export interface ReadMessagesInput {
    channel_id: ChannelId;
    limit?: PageSize;
    cursor?: Cursor;
    /** Newest first if absent. */
    order?: ListOrder;
    /** With order=asc: only what stands behind this place. */
    after_seq?: Seq;
}

/** What `editMessage` takes. */
export interface EditMessageInput {
    message_id: MessageId;
    content: Content;
}

/** What `withdrawMessage` takes. */
export interface WithdrawMessageInput {
    message_id: MessageId;
}

/** What `markConversationRead` takes. */
export interface MarkConversationReadInput {
    channel_id: ChannelId;
    seq: Seq;
}

/** What `showConversationTyping` takes. */
export interface ShowConversationTypingInput {
    channel_id: ChannelId;
    is_typing: boolean;
}

/** A part of a list. */
export interface Page<Element> {
    data: Element[];
    /** What the next call takes as `cursor`; null at the list's end. */
    next_cursor: string | null;
    has_more: boolean;
}

/** What the lists that come in pages are lists of. */
export interface PageElements {
    listChannels: Channel;
    listMessages: Message;
    listAudit: AuditEntry;
    exportAudit: AuditEntry;
    listConversations: Channel;
    readMessages: Message;
}

export interface IrisOptions {
    /** Where the API is; a page's own origin unless told otherwise. */
    base?: string;
    token?: string | null;
    fetch?: typeof globalThis.fetch;
    /** Waits so many milliseconds, or until the signal says no: tests bring their own. */
    sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
    /** From 0 to 1. */
    random?: () => number;
    /** How often a call is made in all, where making it again does no harm; 3 unless told otherwise. */
    attempts?: number;
}

export interface CallOptions {
    /** Ends the call, its retries included. */
    signal?: AbortSignal;
    /** For calls that take one, in place of the key that the client makes for each. */
    idempotencyKey?: string;
}

/**
 * Calls the operations of Iris, one method each.
 * Hosted customer messaging for teams under HIPAA, with workspaces, API keys and realtime chat.
 */
export class Iris {
    constructor(options?: IrisOptions);
    /** Goes with every call but those that anybody may make. It cannot be read. */
    set token(token: string | null | undefined);
    /** Every element of a list, page by page. */
    all<Name extends keyof PageElements>(
        name: Name,
        ...input: Parameters<Iris[Name]>
    ): AsyncIterableIterator<PageElements[Name]>;
    /** Opens the realtime socket, with the token, and keeps it open. */
    socket(options?: IrisSocketOptions): IrisSocket;

    /**
     * Says that the server runs.
     * `GET /healthz`
     * Errors: `payload_too_large`, `internal`, `unavailable`.
     */
    checkHealth(input?: {}, options?: CallOptions): Promise<Health>;

    /**
     * Says that the server can do its work just now.
     * `GET /readyz`
     * Errors: `payload_too_large`, `internal`, `unavailable`.
     */
    checkReadiness(input?: {}, options?: CallOptions): Promise<Health>;

    /**
     * Says whether a handle is free.
     * `GET /api/v1/signup/slug-available`
     * Errors: `invalid_request`, `payload_too_large`, `rate_limited`, `internal`, `unavailable`.
     */
    checkHandle(input: CheckHandleInput, options?: CallOptions): Promise<HandleAvailability>;

    /**
     * Begins a workspace; it exists once its owner's address is verified.
     * `POST /api/v1/signup`
     * Errors of its own:
     * - `weak_password` (400): The password is too easy to guess; avoid common ones, and your name, email or workspace
     * in it.
     * - `slug_taken` (409): This handle is taken.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    signUp(input: SignUpInput, options?: CallOptions): Promise<SignupReceipt>;

    /**
     * Turns a pending signup into a workspace, and signs its owner in.
     * `POST /api/v1/signup/verify`
     * Errors of its own:
     * - `not_found` (404): There is nothing here that you can see.
     * - `already_member` (409): This person is a member already.
     * - `already_used` (409): This link has been used already.
     * - `token_expired` (410): This link has expired.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    verifySignup(input: VerifySignupInput, options?: CallOptions): Promise<SessionGrant>;

    /**
     * Sends the mail again, with a new link; the old one stops working.
     * `POST /api/v1/signup/resend`
     * Errors: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    resendVerification(input: ResendVerificationInput, options?: CallOptions): Promise<MailReceipt>;

    /**
     * Opens a session for a member of a workspace.
     * `POST /api/v1/owner/login`
     * Errors of its own:
     * - `invalid_credentials` (401): The email or the password is wrong.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    login(input: LoginInput, options?: CallOptions): Promise<SessionGrant>;

    /**
     * Ends the session.
     * `POST /api/v1/owner/logout`
     * Errors: `invalid_request`, `unauthenticated`, `payload_too_large`, `idempotency_key_reused`, `internal`,
     * `unavailable`.
     */
    logout(input?: {}, options?: CallOptions): Promise<EndedSession>;

    /**
     * Says who is signed in, where, and until when.
     * `GET /api/v1/owner/me`
     * Errors: `unauthenticated`, `payload_too_large`, `internal`, `unavailable`.
     */
    getMe(input?: {}, options?: CallOptions): Promise<SessionDetails>;

    /**
     * Mails a link for choosing a new password; the answer is the same for unknown addresses.
     * `POST /api/v1/owner/password/forgot`
     * Errors: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    forgotPassword(input: ForgotPasswordInput, options?: CallOptions): Promise<ResetReceipt>;

    /**
     * Sets a new password, ends the account's sessions and opens a new one.
     * `POST /api/v1/owner/password/reset`
     * Errors of its own:
     * - `weak_password` (400): The password is too easy to guess; avoid common ones, and your name, email or workspace
     * in it.
     * - `not_found` (404): There is nothing here that you can see.
     * - `already_used` (409): This link has been used already.
     * - `token_expired` (410): This link has expired.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    resetPassword(input: ResetPasswordInput, options?: CallOptions): Promise<SessionGrant>;

    /**
     * Offers somebody a place in the workspace.
     * `POST /api/v1/admin/team/invites`
     * Errors of its own:
     * - `already_member` (409): This person is a member already.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    inviteTeammate(input: InviteTeammateInput, options?: CallOptions): Promise<Invitation>;

    /**
     * Takes the place that was offered, and signs the new member in.
     * `POST /api/v1/team/accept`
     * Errors of its own:
     * - `weak_password` (400): The password is too easy to guess; avoid common ones, and your name, email or workspace
     * in it.
     * - `not_found` (404): There is nothing here that you can see.
     * - `already_member` (409): This person is a member already.
     * - `already_used` (409): This link has been used already.
     * - `token_expired` (410): This link has expired.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    acceptInvitation(input: AcceptInvitationInput, options?: CallOptions): Promise<SessionGrant>;

    /**
     * Lists the workspace's members.
     * `GET /api/v1/admin/team/members`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    listMembers(input?: {}, options?: CallOptions): Promise<Member[]>;

    /**
     * Lists the invitations that wait to be accepted.
     * `GET /api/v1/admin/team/invites`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    listInvitations(input?: {}, options?: CallOptions): Promise<PendingInvitation[]>;

    /**
     * Sends it again, with a new link; the old one stops working.
     * `POST /api/v1/admin/team/invites/{invitation_id}/resend`
     * Errors: `invalid_request`, `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`,
     * `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    resendInvitation(input: ResendInvitationInput, options?: CallOptions): Promise<Invitation>;

    /**
     * Takes an invitation back.
     * `DELETE /api/v1/admin/team/invites/{invitation_id}`
     * Errors: `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`, `internal`, `unavailable`.
     */
    deleteInvitation(input: DeleteInvitationInput, options?: CallOptions): Promise<DeletedInvitation>;

    /**
     * Changes a member's role, at once for open sessions.
     * `PATCH /api/v1/admin/team/members/{user_id}`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * - `last_owner` (409): This is the workspace's last owner; name another first.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `internal`, `unavailable`.
     */
    changeMember(input: ChangeMemberInput, options?: CallOptions): Promise<Member>;

    /**
     * Removes a member and ends their sessions at once.
     * `DELETE /api/v1/admin/team/members/{user_id}`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * - `last_owner` (409): This is the workspace's last owner; name another first.
     * Others: `unauthenticated`, `not_found`, `payload_too_large`, `internal`, `unavailable`.
     */
    removeMember(input: RemoveMemberInput, options?: CallOptions): Promise<RemovedMember>;

    /**
     * Issues an API key and shows its secret.
     * `POST /api/v1/admin/keys`
     * Errors of its own:
     * - `scope_not_grantable` (400): A key of this type cannot have one of these scopes.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `internal`, `unavailable`.
     */
    createKey(input: CreateKeyInput, options?: CallOptions): Promise<IssuedKey>;

    /**
     * Lists the workspace's keys, without their secrets.
     * `GET /api/v1/admin/keys`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    listKeys(input?: {}, options?: CallOptions): Promise<KeyDetails[]>;

    /**
     * Gives a key a new secret and shows it; the old one stops working.
     * `POST /api/v1/admin/keys/{key_id}/rotate`
     * Errors: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `internal`, `unavailable`.
     */
    rotateKey(input: RotateKeyInput, options?: CallOptions): Promise<IssuedKey>;

    /**
     * Ends a key at once.
     * `DELETE /api/v1/admin/keys/{key_id}`
     * Errors: `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`, `internal`, `unavailable`.
     */
    revokeKey(input: RevokeKeyInput, options?: CallOptions): Promise<RevokedKey>;

    /**
     * Shows how a workspace's widget looks.
     * `GET /api/v1/widget-config`
     * Errors of its own:
     * - `not_found` (404): There is nothing here that you can see.
     * Others: `invalid_request`, `payload_too_large`, `rate_limited`, `internal`, `unavailable`.
     */
    getBranding(input: GetBrandingInput, options?: CallOptions): Promise<PublicWidget>;

    /**
     * Shows the widget's look and the pages that it may stand on.
     * `GET /api/v1/admin/widget-config`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    getWidgetSettings(input?: {}, options?: CallOptions): Promise<WidgetSettings>;

    /**
     * Sets the widget's look and the pages that it may stand on; what is left out gets its default.
     * `PUT /api/v1/admin/widget-config`
     * Errors: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`,
     * `unsupported_media_type`, `internal`, `unavailable`.
     */
    putWidgetSettings(input: PutWidgetSettingsInput, options?: CallOptions): Promise<WidgetSettings>;

    /**
     * Says what the presented key is and may do.
     * `GET /api/product/v1/me`
     * Errors: `unauthenticated`, `origin_not_allowed`, `payload_too_large`, `rate_limited`, `internal`, `unavailable`.
     */
    introspectKey(input?: {}, options?: CallOptions): Promise<KeyIntrospection>;

    /**
     * Opens a chat session for a user of the customer's app, in that user's own conversation.
     * `POST /api/product/v1/sessions`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    openChatSession(input: OpenChatSessionInput, options?: CallOptions): Promise<ChatSessionGrant>;

    /**
     * Creates a channel that the key then sees.
     * `POST /api/product/v1/channels`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    createChannel(input: CreateChannelInput, options?: CallOptions): Promise<Channel>;

    /**
     * Lists the channels that the key sees, newest first.
     * `GET /api/product/v1/channels`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    listChannels(input?: ListChannelsInput, options?: CallOptions): Promise<Page<Channel>>;

    /**
     * Shows one channel.
     * `GET /api/product/v1/channels/{channel_id}`
     * Errors: `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    getChannel(input: GetChannelInput, options?: CallOptions): Promise<Channel>;

    /**
     * Changes a channel's name or topic.
     * `PATCH /api/product/v1/channels/{channel_id}`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `rate_limited`, `internal`, `unavailable`.
     */
    changeChannel(input: ChangeChannelInput, options?: CallOptions): Promise<Channel>;

    /**
     * Archives a channel; it can be read, and takes no more messages.
     * `POST /api/product/v1/channels/{channel_id}/archive`
     * Errors: `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`,
     * `payload_too_large`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    archiveChannel(input: ArchiveChannelInput, options?: CallOptions): Promise<Channel>;

    /**
     * Opens an archived channel again.
     * `POST /api/product/v1/channels/{channel_id}/unarchive`
     * Errors: `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`,
     * `payload_too_large`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    unarchiveChannel(input: UnarchiveChannelInput, options?: CallOptions): Promise<Channel>;

    /**
     * Lists who is in a channel.
     * `GET /api/product/v1/channels/{channel_id}/members`
     * Errors: `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    listChannelMembers(input: ListChannelMembersInput, options?: CallOptions): Promise<ChannelMember[]>;

    /**
     * Adds somebody by their id in Iris or in the customer's app; adding twice changes nothing.
     * `POST /api/product/v1/channels/{channel_id}/members`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * - `no_such_person` (400): Name one person of this workspace, by user_id or external_user_id.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    addChannelMember(input: AddChannelMemberInput, options?: CallOptions): Promise<ChannelMember>;

    /**
     * Changes what somebody may do in a channel, or mutes it for them.
     * `PATCH /api/product/v1/channels/{channel_id}/members/{user_id}`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `rate_limited`, `internal`, `unavailable`.
     */
    changeChannelMember(input: ChangeChannelMemberInput, options?: CallOptions): Promise<ChannelMember>;

    /**
     * Removes somebody from a channel, at once for open sockets.
     * `DELETE /api/product/v1/channels/{channel_id}/members/{user_id}`
     * Errors: `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    removeChannelMember(input: RemoveChannelMemberInput, options?: CallOptions): Promise<RemovedChannelMember>;

    /**
     * Posts a message in the key's name.
     * `POST /api/product/v1/channels/{channel_id}/messages`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * - `forbidden` (403): Your role does not allow this.
     * - `channel_archived` (409): The channel is archived and takes no messages.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    postMessage(input: PostMessageInput, options?: CallOptions): Promise<Message>;

    /**
     * Lists a channel's messages, newest first.
     * `GET /api/product/v1/channels/{channel_id}/messages`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`,
     * `payload_too_large`, `rate_limited`, `internal`, `unavailable`.
     */
    listMessages(input: ListMessagesInput, options?: CallOptions): Promise<Page<Message>>;

    /**
     * Shows one message.
     * `GET /api/product/v1/messages/{message_id}`
     * Errors: `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    getMessage(input: GetMessageInput, options?: CallOptions): Promise<Message>;

    /**
     * Changes a message of the key's own.
     * `PATCH /api/product/v1/messages/{message_id}`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * - `forbidden` (403): Your role does not allow this.
     * - `channel_archived` (409): The channel is archived and takes no messages.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `rate_limited`, `internal`, `unavailable`.
     */
    changeMessage(input: ChangeMessageInput, options?: CallOptions): Promise<Message>;

    /**
     * Deletes a message of the key's own, or any if the key manages channels; its place stays.
     * `DELETE /api/product/v1/messages/{message_id}`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * Others: `unauthenticated`, `insufficient_scope`, `origin_not_allowed`, `not_found`, `payload_too_large`,
     * `rate_limited`, `internal`, `unavailable`.
     */
    deleteMessage(input: DeleteMessageInput, options?: CallOptions): Promise<DeletedMessage>;

    /**
     * Moves the key's read mark, never back.
     * `POST /api/product/v1/channels/{channel_id}/read`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    markRead(input: MarkReadInput, options?: CallOptions): Promise<ReadMark>;

    /**
     * Shows who is connected that somebody types.
     * `POST /api/product/v1/channels/{channel_id}/typing`
     * Errors of its own:
     * - `tenant_not_allowed` (400): The tenant follows from the key; leave tenant_id out of the body.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `insufficient_scope`, `origin_not_allowed`,
     * `not_found`, `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`,
     * `unavailable`.
     */
    showTyping(input: ShowTypingInput, options?: CallOptions): Promise<TypingNotice>;

    /**
     * Shows what the workspace is.
     * `GET /api/v1/admin/workspace`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    getWorkspace(input?: {}, options?: CallOptions): Promise<Workspace>;

    /**
     * Closes the workspace for good, on its owner's word. What is in it is deleted, except the audit log and the usage,
     * which are kept as long as its policy said.
     * `POST /api/v1/admin/workspace/close`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * - `not_confirmed` (403): The slug or the password is wrong; nothing was closed.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `payload_too_large`, `unsupported_media_type`,
     * `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    closeWorkspace(input: CloseWorkspaceInput, options?: CallOptions): Promise<ClosedWorkspace>;

    /**
     * Shows what was used on each day, the newest day first.
     * `GET /api/v1/admin/usage`
     * Errors: `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    getUsage(input?: GetUsageInput, options?: CallOptions): Promise<UsageEntry[]>;

    /**
     * Shows for how many days things are kept.
     * `GET /api/v1/admin/retention-policy`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    getRetentionPolicy(input?: {}, options?: CallOptions): Promise<RetentionPolicy>;

    /**
     * Sets for how many days things are kept.
     * `PUT /api/v1/admin/retention-policy`
     * Errors: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`,
     * `unsupported_media_type`, `internal`, `unavailable`.
     */
    putRetentionPolicy(input: PutRetentionPolicyInput, options?: CallOptions): Promise<RetentionPolicy>;

    /**
     * Lists what was done in the workspace, newest first.
     * `GET /api/v1/admin/audit`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    listAudit(input?: ListAuditInput, options?: CallOptions): Promise<Page<AuditEntry>>;

    /**
     * Lists the whole audit log, oldest first, in large pages.
     * `GET /api/v1/admin/audit/export`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    exportAudit(input?: ExportAuditInput, options?: CallOptions): Promise<Page<AuditEntry>>;

    /**
     * Lists the mails that could not be delivered and are not tried any more.
     * `GET /api/v1/admin/mails/failed`
     * Errors: `unauthenticated`, `forbidden`, `payload_too_large`, `internal`, `unavailable`.
     */
    listFailedMails(input?: {}, options?: CallOptions): Promise<FailedMail[]>;

    /**
     * Opens a chat session for an unknown visitor, or one who was here before.
     * `POST /api/v1/session/guest`
     * Errors of its own:
     * - `origin_not_allowed` (403): This workspace does not list the web page that asks. Admins list its origin under
     * allowed origins.
     * - `not_found` (404): There is nothing here that you can see.
     * Others: `invalid_json`, `invalid_request`, `payload_too_large`, `unsupported_media_type`, `rate_limited`,
     * `internal`, `unavailable`.
     */
    openGuestSession(input: OpenGuestSessionInput, options?: CallOptions): Promise<GuestGrant>;

    /**
     * Says whose session this is.
     * `GET /api/v1/session`
     * Errors: `unauthenticated`, `payload_too_large`, `internal`, `unavailable`.
     */
    getChatSession(input?: {}, options?: CallOptions): Promise<ChatSession>;

    /**
     * Gives a new token for another day; the old one works for another minute.
     * `POST /api/v1/session/refresh`
     * Errors: `invalid_request`, `unauthenticated`, `payload_too_large`, `idempotency_key_reused`, `internal`,
     * `unavailable`.
     */
    refreshChatSession(input?: {}, options?: CallOptions): Promise<ChatSessionGrant>;

    /**
     * Ends the chat session, at once for open sockets.
     * `DELETE /api/v1/session`
     * Errors: `unauthenticated`, `payload_too_large`, `internal`, `unavailable`.
     */
    endChatSession(input?: {}, options?: CallOptions): Promise<EndedChatSession>;

    /**
     * Lists the end user's channels, or all of the workspace for its members, newest first.
     * `GET /api/v1/channels`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `payload_too_large`, `internal`, `unavailable`.
     */
    listConversations(input?: ListConversationsInput, options?: CallOptions): Promise<Page<Channel>>;

    /**
     * Shows one channel.
     * `GET /api/v1/channels/{channel_id}`
     * Errors: `unauthenticated`, `not_found`, `payload_too_large`, `internal`, `unavailable`.
     */
    getConversation(input: GetConversationInput, options?: CallOptions): Promise<Channel>;

    /**
     * Posts a message in the caller's name.
     * `POST /api/v1/channels/{channel_id}/messages`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * - `channel_archived` (409): The channel is archived and takes no messages.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    sendMessage(input: SendMessageInput, options?: CallOptions): Promise<Message>;

    /**
     * Lists a channel's messages, newest first.
     * `GET /api/v1/channels/{channel_id}/messages`
     * Errors of its own:
     * - `invalid_cursor` (400): This list has given out no such cursor.
     * Others: `invalid_request`, `unauthenticated`, `not_found`, `payload_too_large`, `internal`, `unavailable`.
     */
    readMessages(input: ReadMessagesInput, options?: CallOptions): Promise<Page<Message>>;

    /**
     * Changes a message of the caller's own.
     * `PATCH /api/v1/messages/{message_id}`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * - `channel_archived` (409): The channel is archived and takes no messages.
     * Others: `invalid_json`, `invalid_request`, `unauthenticated`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `rate_limited`, `internal`, `unavailable`.
     */
    editMessage(input: EditMessageInput, options?: CallOptions): Promise<Message>;

    /**
     * Deletes a message of the caller's own; its place stays.
     * `DELETE /api/v1/messages/{message_id}`
     * Errors of its own:
     * - `forbidden` (403): Your role does not allow this.
     * Others: `unauthenticated`, `not_found`, `payload_too_large`, `rate_limited`, `internal`, `unavailable`.
     */
    withdrawMessage(input: WithdrawMessageInput, options?: CallOptions): Promise<DeletedMessage>;

    /**
     * Moves the caller's read mark, never back.
     * `POST /api/v1/channels/{channel_id}/read`
     * Errors: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    markConversationRead(input: MarkConversationReadInput, options?: CallOptions): Promise<ReadMark>;

    /**
     * Shows those who are connected that the caller is typing.
     * `POST /api/v1/channels/{channel_id}/typing`
     * Errors: `invalid_json`, `invalid_request`, `unauthenticated`, `forbidden`, `not_found`, `payload_too_large`,
     * `unsupported_media_type`, `idempotency_key_reused`, `rate_limited`, `internal`, `unavailable`.
     */
    showConversationTyping(input: ShowConversationTypingInput, options?: CallOptions): Promise<TypingNotice>;
}

/** The token was accepted; frames are taken from now on. */
export interface ReadyEvent {
    type: 'ready';
    /** The ref of the frame that this answers. */
    ref?: FrameRef;
    caller: Sender;
    heartbeat_seconds: HeartbeatSeconds;
    /**
     * When the token ends; null if it does not.
     * RFC 3339 in UTC.
     */
    expires_at: string | null;
}

/** Stands behind what was made up for and before everything newer. */
export interface SubscribedEvent {
    type: 'subscribed';
    /** The ref of the frame that this answers. */
    ref?: FrameRef;
    channel_id: ChannelId;
    /** The channel's newest place. */
    last_seq: Seq;
    /** Whether nothing is missing since after_seq. If false, list the messages again. */
    recovered: boolean;
}

/** The channel's events come no more. */
export interface UnsubscribedEvent {
    type: 'unsubscribed';
    /** The ref of the frame that this answers. */
    ref?: FrameRef;
    channel_id: ChannelId;
}

/** The socket works. */
export interface PongEvent {
    type: 'pong';
    /** The ref of the frame that this answers. */
    ref?: FrameRef;
}

/** A frame was not carried out; the socket stays open. */
export interface ErrorEvent {
    type: 'error';
    /** The ref of the frame that this answers. */
    ref?: FrameRef;
    code: SocketProblem;
    message: ProblemMessage;
    /** The first field that breaks its rules. */
    pointer?: FieldPointer;
}

/** A message was posted. */
export interface MessageCreatedEvent {
    type: 'message.created';
    channel_id: ChannelId;
    /** The event's place in its channel, which is the message's own. */
    seq: Seq;
    message: Message;
}

/** A message was edited. */
export interface MessageUpdatedEvent {
    type: 'message.updated';
    channel_id: ChannelId;
    /** The event's place in its channel. */
    seq: Seq;
    message: Message;
}

/** A message was deleted; what is left of it is sent. */
export interface MessageDeletedEvent {
    type: 'message.deleted';
    channel_id: ChannelId;
    /** The event's place in its channel. */
    seq: Seq;
    message: Message;
}

/** Somebody has read on. */
export interface ReadMovedEvent {
    type: 'read.moved';
    channel_id: ChannelId;
    reader: Sender;
    /** The last place that was read. */
    seq: Seq;
}

/** Somebody types, or has stopped. */
export interface TypingChangedEvent {
    type: 'typing.changed';
    channel_id: ChannelId;
    sender: Sender;
    is_typing: boolean;
}

/** Somebody in the channel comes, goes or steps away. */
export interface PresenceChangedEvent {
    type: 'presence.changed';
    channel_id: ChannelId;
    sender: Sender;
    state: PresenceState;
}

/** Somebody is in the channel now. */
export interface MemberAddedEvent {
    type: 'member.added';
    channel_id: ChannelId;
    member: Sender;
}

/** Somebody left the channel. If it is the caller, its events come no more. */
export interface MemberRemovedEvent {
    type: 'member.removed';
    channel_id: ChannelId;
    member: Sender;
}

/** The channel was changed, archived or opened again. */
export interface ChannelUpdatedEvent {
    type: 'channel.updated';
    channel: Channel;
}

/** Says that the caller types, or has stopped. */
export interface TypingFrame {
    channel_id: ChannelId;
    is_typing: boolean;
}

/** Moves the caller's read mark forward. */
export interface ReadFrame {
    channel_id: ChannelId;
    /** The last place that was read. */
    seq: Seq;
}

/** Says whether the caller is there. */
export interface PresenceFrame {
    state: ChosenPresence;
}

/** How the server ends a socket. */
export type CloseName =
    /** 1001: The server stops; another one will answer. */
    | 'going_away'
    /** 1002: What came was not the WebSocket protocol. */
    | 'protocol_error'
    /** 1003: A frame was binary; send text. */
    | 'unsupported_data'
    /** 1007: A text was not UTF-8. */
    | 'invalid_text'
    /** 1009: A frame was larger than the limit. */
    | 'message_too_big'
    /** 1011: Something went wrong on the server. */
    | 'internal'
    /** 1013: The server cannot take this socket just now; wait before the next attempt. */
    | 'try_again_later'
    /** 4400: Frames cannot be understood, or come before the token. */
    | 'bad_frame'
    /** 4401: The token is unknown, expired or revoked. */
    | 'unauthenticated'
    /** 4403: The token may not open the socket, or not from this page. */
    | 'forbidden'
    /** 4408: No token came in time. */
    | 'auth_timeout'
    /** 4409: What the token may do has changed; connect again. */
    | 'role_changed'
    /** 4410: The token expired or was revoked meanwhile. */
    | 'session_ended'
    /** 4429: Frames came too fast; wait before the next attempt. */
    | 'too_many_frames'
    /** 4431: The token has too many sockets; close one first. */
    | 'too_many_sockets'
    /** 4430: Events were read too slowly; subscribe again from the last place seen. */
    | 'slow_consumer';

/** The connection is gone; the next attempt comes after so many milliseconds. */
export interface ConnectionLost {
    type: 'connectionLost';
    code: number;
    close?: CloseName;
    delay: number;
}

/** The socket has ended, and will not come back. */
export interface ConnectionEnded {
    type: 'connectionEnded';
    code: number;
    close?: CloseName;
}

/** As much of a browser's WebSocket as the client uses. */
export interface WebSocketLike {
    onopen: ((event: any) => any) | null;
    onmessage: ((event: any) => any) | null;
    onclose: ((event: any) => any) | null;
    onerror: ((event: any) => any) | null;
    send(text: string): void;
    close(code?: number): void;
}

export interface IrisSocketOptions {
    /** Where there is no WebSocket by itself, as in older versions of node. */
    WebSocket?: new (url: string, protocols: string[]) => WebSocketLike;
}

/** What `on` tells of, by name; `*` for all. */
export interface ServerEvents {
    'ready': ReadyEvent;
    'subscribed': SubscribedEvent;
    'unsubscribed': UnsubscribedEvent;
    'pong': PongEvent;
    'error': ErrorEvent;
    'message.created': MessageCreatedEvent;
    'message.updated': MessageUpdatedEvent;
    'message.deleted': MessageDeletedEvent;
    'read.moved': ReadMovedEvent;
    'typing.changed': TypingChangedEvent;
    'presence.changed': PresenceChangedEvent;
    'member.added': MemberAddedEvent;
    'member.removed': MemberRemovedEvent;
    'channel.updated': ChannelUpdatedEvent;
    connectionLost: ConnectionLost;
    connectionEnded: ConnectionEnded;
    '*': SocketEvent;
}

export type SocketEvent =
    | ReadyEvent
    | SubscribedEvent
    | UnsubscribedEvent
    | PongEvent
    | ErrorEvent
    | MessageCreatedEvent
    | MessageUpdatedEvent
    | MessageDeletedEvent
    | ReadMovedEvent
    | TypingChangedEvent
    | PresenceChangedEvent
    | MemberAddedEvent
    | MemberRemovedEvent
    | ChannelUpdatedEvent
    | ConnectionLost
    | ConnectionEnded;

/**
 * Delivers what happens in channels as it happens.
 * It comes back after losses, and makes up for what was missed.
 */
export class IrisSocket implements AsyncIterable<SocketEvent> {
    private constructor();
    /** Whether frames are taken now. */
    readonly isReady: boolean;
    /** Calls the handler for each such event, until the function is called that this gives. */
    on<Name extends keyof ServerEvents>(
        type: Name,
        handler: (event: ServerEvents[Name]) => void,
    ): () => void;
    /** Every event from now on, until the socket has ended for good. */
    [Symbol.asyncIterator](): AsyncIterableIterator<SocketEvent>;
    /** Ends the socket for good. */
    close(): void;

    /**
     * Asks for a channel's events from now on, and for those missed since a place.
     * It is asked for again, from the last place that was seen, whenever the socket has come back.
     */
    subscribe(
        channel_id: ChannelId,
        options?: {
            /** The last place seen; absent, nothing is made up for. */
            after_seq?: Seq;
        },
    ): string | undefined;

    /** Ends a subscription. */
    unsubscribe(channel_id: ChannelId): string | undefined;

    /**
     * Says that the caller types, or has stopped.
     * Gives the frame's `ref`; undefined where it was not sent: the socket is not ready.
     */
    typing(fields: TypingFrame): string | undefined;

    /**
     * Moves the caller's read mark forward.
     * Gives the frame's `ref`; undefined where it was not sent: the socket is not ready.
     */
    read(fields: ReadFrame): string | undefined;

    /**
     * Says whether the caller is there.
     * Gives the frame's `ref`; undefined where it was not sent: the socket is not ready.
     */
    presence(fields: PresenceFrame): string | undefined;

    /**
     * Asks whether the socket still works.
     * Gives the frame's `ref`; undefined where it was not sent: the socket is not ready.
     */
    ping(): string | undefined;
}
