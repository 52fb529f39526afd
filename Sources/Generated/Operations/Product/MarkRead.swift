// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says up to which place the key has read a channel; a mark never moves back.
///
/// `POST /api/product/v1/channels/{channel_id}/read`
/// promises 4-7
public enum MarkRead {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let seq: Seq

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingSeq = Incoming<Seq>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "seq": incomingSeq = .read(key, from: &json, &problems)
                case "tenant_id": throw Refusal(.tenantNotAllowed)
                default: json.skipValue()
                }
            }
            json.finish()
            let seq = incomingSeq.required("seq", &problems)
            guard let seq, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.channelId = channelId
            self.seq = seq
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(ReadMark)
        /// 404: There is nothing here that you can see.
        case notFound

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            }
        }
    }
}
