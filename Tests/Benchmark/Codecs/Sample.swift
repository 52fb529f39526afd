import Foundation
import Generated
import Runtime

/// The same messages on both sides.
enum Sample {
    private static let milliseconds = 1_767_225_600_123
    private static let text = "We have found it. It leaves the house today, and \"arrives\" on Friday."

    static func message(_ seq: Int) -> Message {
        Message(
            messageId: MessageId(bits(seq)), channelId: ChannelId(bits(0)), seq: Seq(trusted: seq),
            sender: Sender(senderType: .member, senderId: SenderId(bits(9)), displayName: DisplayName(trusted: "Ada")),
            content: Content(trusted: text), contentType: .text, clientMessageId: nil,
            createdAt: Timestamp(microseconds: Int64(milliseconds) * 1_000), changedSeq: nil, editedAt: nil,
            deletedAt: nil)
    }

    static func twin(_ seq: Int) -> CodableMessage {
        CodableMessage(
            messageId: uuid(seq), channelId: uuid(0), seq: seq,
            sender: CodableSender(senderType: "member", senderId: uuid(9), displayName: "Ada"), content: text,
            contentType: "text", clientMessageId: nil,
            createdAt: Date(timeIntervalSince1970: Double(milliseconds) / 1_000), changedSeq: nil, editedAt: nil,
            deletedAt: nil)
    }

    /// Times as the contract writes them: RFC 3339 with milliseconds.
    static var dates: JSONEncoder.DateEncodingStrategy {
        .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        }
    }

    static var readDates: JSONDecoder.DateDecodingStrategy {
        .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            return try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
    }

    private static func bits(_ number: Int) -> UUIDBits {
        UUIDBits(high: 0x0189_0a5d_ac96_774b, low: 0xbcce_0000_0000_0000 | UInt64(number))
    }

    private static func uuid(_ number: Int) -> UUID { UUID(uuidString: bits(number).description) ?? UUID() }
}
