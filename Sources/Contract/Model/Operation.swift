/// One operation: everything that is true of a route.
public struct Operation: Sendable {
    /// Lower camel case: `inviteTeammate`.
    public let name: String
    public let summary: String
    /// Empty for an extension that the contract's text does not promise.
    public let promises: [String]
    public let route: Route
    public let access: Access
    public let pathFields: [Field]
    public let queryFields: [Field]
    /// The body's fields; nil where the operation takes no body.
    public let bodyFields: [Field]?
    /// The body may be left out altogether: then every field is absent.
    public let isBodyOptional: Bool
    /// Body fields that are refused by name, each with the error that says so.
    public let refusedFields: [RefusedField]
    /// What a success answers as a rule.
    public let reply: Reply
    /// Other successes, each with a status of its own.
    public let otherReplies: [Reply]
    /// The errors that the operation lists itself, on top of the implied ones.
    public let ownErrors: [String]
    /// Errors that follow from its access, its input and its limits, as causes.
    public let impliedCauses: [ErrorCause]
    /// The limits that count its requests, in the order in which they are asked.
    public let limits: [String]
    /// For how many seconds anybody may keep the reply; nil for replies that nobody may keep.
    public let cacheSeconds: Int?
    public let audit: String?
    /// The mails that it may send, the usual one first: a request sends one of them at most.
    public let mails: [String]
    public let location: SourceLocation

    public struct RefusedField: Sendable {
        public let name: String
        public let error: String
    }
}

extension Operation {
    /// Every success that the operation may answer.
    public var replies: [Reply] { [reply] + otherReplies }

    /// Whether a retry with the same Idempotency-Key gets the same answer: so it is for every POST with a credential.
    public var isRetrySafe: Bool { route.method == .post && access != .anyone }
}

/// A method and a path.
public struct Route: Sendable {
    public let method: Method
    public let segments: [Segment]

    public enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    public enum Segment: Sendable, Hashable {
        case literal(String)
        case parameter(String)
    }

    /// The path with its parameters in braces.
    public var template: String {
        segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/{\(name)}"
            }
        }.joined()
    }
}

/// A successful answer.
public struct Reply: Sendable {
    /// 200–299.
    public let status: Int
    public let body: Body

    public enum Body: Sendable {
        case one(TypeReference)
        /// The whole list.
        case list(of: TypeReference)
        /// A part of a list: `next_cursor` and `has_more` stand beside the data.
        case page(of: TypeReference)

        public var element: TypeReference {
            switch self {
            case .one(let type), .list(let type), .page(let type): type
            }
        }
    }
}
