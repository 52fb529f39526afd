// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Every error code of the contract. The raw values are what clients see.
public enum ErrorCode: String, Sendable, CaseIterable {
    /// 400: The body is not valid JSON.
    case invalidJson = "invalid_json"
    /// 400: Some fields are not valid; details names each of them.
    case invalidRequest = "invalid_request"
    /// 400: This list has given out no such cursor.
    case invalidCursor = "invalid_cursor"
    /// 400: The tenant follows from the key; leave tenant_id out of the body.
    case tenantNotAllowed = "tenant_not_allowed"
    /// 400: The password is too easy to guess; avoid common ones, and your name, email or workspace in it.
    case weakPassword = "weak_password"
    /// 400: A key of this type cannot have one of these scopes.
    case scopeNotGrantable = "scope_not_grantable"
    /// 400: Name one person of this workspace, by user_id or external_user_id.
    case noSuchPerson = "no_such_person"
    /// 401: A valid token for this operation is needed.
    case unauthenticated
    /// 401: The email or the password is wrong.
    case invalidCredentials = "invalid_credentials"
    /// 403: Your role does not allow this.
    case forbidden
    /// 403: The slug or the password is wrong; nothing was closed.
    case notConfirmed = "not_confirmed"
    /// 403: The key lacks the scope that this operation needs.
    case insufficientScope = "insufficient_scope"
    /// 403: This workspace does not list the web page that asks. Admins list its origin under allowed origins.
    case originNotAllowed = "origin_not_allowed"
    /// 404: There is nothing here that you can see.
    case notFound = "not_found"
    /// 405: This path does not answer this method; Allow names those that it does.
    case methodNotAllowed = "method_not_allowed"
    /// 409: This handle is taken.
    case slugTaken = "slug_taken"
    /// 409: This person is a member already.
    case alreadyMember = "already_member"
    /// 409: This link has been used already.
    case alreadyUsed = "already_used"
    /// 409: This is the workspace's last owner; name another first.
    case lastOwner = "last_owner"
    /// 409: The channel is archived and takes no messages.
    case channelArchived = "channel_archived"
    /// 410: This link has expired.
    case tokenExpired = "token_expired"
    /// 413: The body is larger than this API takes.
    case payloadTooLarge = "payload_too_large"
    /// 415: Send the body as application/json.
    case unsupportedMediaType = "unsupported_media_type"
    /// 422: This Idempotency-Key was used for another request; take a new one.
    case idempotencyKeyReused = "idempotency_key_reused"
    /// 429: Too many requests; try again after the time that Retry-After names, in seconds.
    case rateLimited = "rate_limited"
    /// 500: Something went wrong on our side. Nothing was lost; the request_id helps us to find it.
    case `internal`
    /// 503: The service cannot answer just now; try again in a moment.
    case unavailable

    /// The HTTP status that goes with the code.
    public var status: Int {
        switch self {
        case .invalidJson, .invalidRequest, .invalidCursor, .tenantNotAllowed, .weakPassword, .scopeNotGrantable,
            .noSuchPerson:
            400
        case .unauthenticated, .invalidCredentials: 401
        case .forbidden, .notConfirmed, .insufficientScope, .originNotAllowed: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .slugTaken, .alreadyMember, .alreadyUsed, .lastOwner, .channelArchived: 409
        case .tokenExpired: 410
        case .payloadTooLarge: 413
        case .unsupportedMediaType: 415
        case .idempotencyKeyReused: 422
        case .rateLimited: 429
        case .internal: 500
        case .unavailable: 503
        }
    }

    /// The code in plain words.
    public var message: String {
        switch self {
        case .invalidJson: "The body is not valid JSON."
        case .invalidRequest: "Some fields are not valid; details names each of them."
        case .invalidCursor: "This list has given out no such cursor."
        case .tenantNotAllowed: "The tenant follows from the key; leave tenant_id out of the body."
        case .weakPassword:
            "The password is too easy to guess; avoid common ones, and your name, email or workspace in it."
        case .scopeNotGrantable: "A key of this type cannot have one of these scopes."
        case .noSuchPerson: "Name one person of this workspace, by user_id or external_user_id."
        case .unauthenticated: "A valid token for this operation is needed."
        case .invalidCredentials: "The email or the password is wrong."
        case .forbidden: "Your role does not allow this."
        case .notConfirmed: "The slug or the password is wrong; nothing was closed."
        case .insufficientScope: "The key lacks the scope that this operation needs."
        case .originNotAllowed:
            "This workspace does not list the web page that asks. Admins list its origin under allowed origins."
        case .notFound: "There is nothing here that you can see."
        case .methodNotAllowed: "This path does not answer this method; Allow names those that it does."
        case .slugTaken: "This handle is taken."
        case .alreadyMember: "This person is a member already."
        case .alreadyUsed: "This link has been used already."
        case .lastOwner: "This is the workspace's last owner; name another first."
        case .channelArchived: "The channel is archived and takes no messages."
        case .tokenExpired: "This link has expired."
        case .payloadTooLarge: "The body is larger than this API takes."
        case .unsupportedMediaType: "Send the body as application/json."
        case .idempotencyKeyReused: "This Idempotency-Key was used for another request; take a new one."
        case .rateLimited: "Too many requests; try again after the time that Retry-After names, in seconds."
        case .internal: "Something went wrong on our side. Nothing was lost; the request_id helps us to find it."
        case .unavailable: "The service cannot answer just now; try again in a moment."
        }
    }
}
