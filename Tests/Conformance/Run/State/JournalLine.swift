/// A line of the journal, or of the file beside it that holds what must stay secret. Exactly one of its parts is there.
struct JournalLine: Codable, Sendable {
    /// A request that may leave something behind is about to be sent.
    struct Begun: Codable, Sendable {
        let number: Int
        let operation: String
        /// The id of the check that asks.
        let purpose: String
        /// Values of the path, by parameter.
        let path: [String: String]
        /// The name of the credential that was presented; nil for none.
        let caller: String?
        /// The workspace that it is about, as far as that is known beforehand.
        let workspace: String?
    }

    /// The reply to it has come.
    struct Ended: Codable, Sendable {
        let number: Int
        let status: Int
        /// What was made: ids by kind.
        let made: [String: String]
        let workspace: String?
    }

    /// Something is gone.
    struct Gone: Codable, Sendable {
        let kind: String
        let id: String
    }

    /// A token, under the name by which other lines speak of it.
    struct Credential: Codable, Sendable {
        let name: String
        let kind: String
        /// Nil for one that the run was given: whoever gave it has it.
        var token: String?
        let workspace: String?
    }

    /// Somebody who can sign in.
    struct Person: Codable, Sendable {
        let email: String
        let password: String
        /// Nil until a reply has told it.
        let workspace: String?
        /// The workspace's handle, for the one who signed up for it.
        let slug: String?
    }

    var begun: Begun?
    var ended: Ended?
    var gone: Gone?
    var credential: Credential?
    var person: Person?

    /// Whether it must not be shown to anybody.
    var isSecret: Bool { credential != nil || person != nil }
}
