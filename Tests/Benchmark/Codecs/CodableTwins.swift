import Foundation

// The same bodies as Foundation's Codable has them, field for field. None of them checks a rule of the contract.

struct CodableSignUp: Codable {
    let fullName: String
    let email: String
    let password: String
    let companyName: String
    let slug: String
    let plan: String

    enum CodingKeys: String, CodingKey {
        case fullName = "full_name"
        case email, password
        case companyName = "company_name"
        case slug, plan
    }
}

struct CodablePost: Codable {
    let content: String
    let contentType: String?
    let clientMessageId: String?

    enum CodingKeys: String, CodingKey {
        case content
        case contentType = "content_type"
        case clientMessageId = "client_message_id"
    }
}

struct CodableSender: Codable {
    let senderType: String
    let senderId: UUID
    let displayName: String?

    enum CodingKeys: String, CodingKey {
        case senderType = "sender_type"
        case senderId = "sender_id"
        case displayName = "display_name"
    }
}

struct CodableMessage: Codable {
    let messageId: UUID
    let channelId: UUID
    let seq: Int
    let sender: CodableSender
    let content: String?
    let contentType: String
    let clientMessageId: String?
    let createdAt: Date
    let changedSeq: Int?
    let editedAt: Date?
    let deletedAt: Date?

    enum CodingKeys: String, CodingKey {
        case messageId = "message_id"
        case channelId = "channel_id"
        case seq, sender, content
        case contentType = "content_type"
        case clientMessageId = "client_message_id"
        case createdAt = "created_at"
        case changedSeq = "changed_seq"
        case editedAt = "edited_at"
        case deletedAt = "deleted_at"
    }
}

struct CodablePage: Codable {
    let data: [CodableMessage]
    let nextCursor: String?
    let hasMore: Bool

    enum CodingKeys: String, CodingKey {
        case data
        case nextCursor = "next_cursor"
        case hasMore = "has_more"
    }
}
