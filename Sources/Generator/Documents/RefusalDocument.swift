import Contract

/// What an operation answers when it does not succeed: one reply a status, with every code that it may carry.
///
/// Operations that refuse for the same reasons share a reply in `components`, named after its codes.
struct RefusalDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    /// The envelope of errors, and what stands in it.
    static let schemas: [(String, JSONNode)] = [
        (
            "ErrorEnvelope",
            [
                "type": "object", "required": ["error"],
                "properties": [
                    "error": [
                        "type": "object", "required": ["code", "message", "request_id"],
                        "properties": [
                            "code": ["type": "string", "description": "Stable; what programs go by."],
                            "message": ["type": "string", "description": "In plain words, for developers."],
                            "request_id": ["type": "string", "format": "uuid"],
                            "details": ["type": "array", "items": ["$ref": "#/components/schemas/FieldProblem"]],
                        ],
                    ]
                ],
            ]
        ),
        (
            "FieldProblem",
            [
                "type": "object", "description": "A field that broke one of its rules.",
                "required": ["pointer", "code", "message"],
                "properties": [
                    "pointer": [
                        "type": "string",
                        "description": "A JSON pointer into the body, a query parameter behind `?`, or a header.",
                    ],
                    "code": ["type": "string"], "message": ["type": "string"],
                ],
            ]
        ),
    ]

    /// Every reply that some operation refers to.
    var components: JSONObject {
        var components = JSONObject()
        let all = Set(contract.operations.flatMap { groups(of: $0) })
        for codes in all.sorted(by: { Self.name($0) < Self.name($1) }) {
            components[Self.name(codes)] = .object(reply(codes))
        }
        return components
    }

    /// The operation's refusals by status, in ascending order.
    func responses(of operation: Operation) -> [(status: String, reply: JSONNode)] {
        groups(of: operation).compactMap { codes in
            guard let error = codes.first.flatMap({ contract.error(coded: $0) }) else { return nil }
            var reference: JSONObject = ["$ref": "#/components/responses/\(Self.name(codes))"]
            reference.origin = error.location
            return (String(error.status), .object(reference))
        }
    }

    /// Every error that the operation may answer, in the contract's order.
    func errors(of operation: Operation, besides causes: [ErrorCause] = []) -> [APIError] {
        contract.errors(
            impliedBy: Self.causes(of: operation) + causes,
            coded: operation.ownErrors + operation.refusedFields.map(\.error))
    }

    /// The codes of the operation, one list a status.
    private func groups(of operation: Operation) -> [[String]] {
        var groups: [(status: Int, codes: [String])] = []
        for error in errors(of: operation) {
            if let index = groups.firstIndex(where: { $0.status == error.status }) {
                groups[index].codes.append(error.code)
            } else {
                groups.append((error.status, [error.code]))
            }
        }
        return groups.sorted { $0.status < $1.status }.map(\.codes)
    }

    /// Beside what its own access and fields imply, every operation refuses a body that is too large, also where it
    /// reads none; and an Idempotency-Key is input too.
    static func causes(of operation: Operation) -> [ErrorCause] {
        operation.impliedCauses + [.bodySize] + (operation.isRetrySafe ? [.input] : [])
    }

    private func reply(_ codes: [String]) -> JSONObject {
        let errors = codes.compactMap { contract.error(coded: $0) }
        let code: JSONNode = ["properties": ["code": ["enum": .texts(codes)]]]
        let examples = errors.map { ($0.code, example($0)) }
        var reply: JSONObject = [
            "description": .text(errors.map { "`\($0.code)`: \($0.message)" }.joined(separator: "\n\n")),
            "headers": HeaderDocument.references(HeaderDocument.ofError(errors.first?.status ?? 500)),
            "content": [
                "application/json": [
                    "schema": [
                        "allOf": [["$ref": "#/components/schemas/ErrorEnvelope"], ["properties": ["error": code]]]
                    ],
                    "examples": .object(JSONObject(examples)),
                ]
            ],
        ]
        reply.origin = errors.first?.location
        return reply
    }

    private func example(_ error: APIError) -> JSONNode {
        var example: JSONObject = [
            "value": [
                "error": [
                    "code": .text(error.code), "message": .text(error.message),
                    "request_id": "01890a5d-ac96-774b-bcce-b302099a8057",
                ]
            ]
        ]
        example.origin = error.location
        return .object(example)
    }

    private static func name(_ codes: [String]) -> String { codes.joined(separator: ".") }
}
