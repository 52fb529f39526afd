import Contract

/// The mails as messages of a channel: what is told of each is the link that it carries.
struct MailDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var server: JSONObject {
        [
            "host": "{host}", "protocol": "smtp",
            "description": "The server that takes the recipient's mail.",
            "variables": ["host": ["description": "What the domain of the recipient's address says."]],
        ]
    }

    /// The address is the recipient's, which is known only when the mail is sent.
    var channel: JSONObject {
        [
            "address": .null, "summary": "The mailbox of the recipient.",
            "servers": [["$ref": "#/servers/\(AsyncNames.mail)"]],
            "messages": .object(
                JSONObject(
                    contract.mails.map { mail in
                        let name = AsyncNames.mail(mail.name)
                        return (name, ["$ref": "#/components/messages/\(name)"])
                    })),
        ]
    }

    var messages: [(String, JSONNode)] {
        contract.mails.map { mail in (AsyncNames.mail(mail.name), .object(message(mail))) }
    }

    var operations: [(String, JSONNode)] {
        contract.mails.map { mail in
            let name = AsyncNames.mail(mail.name)
            var operation: JSONObject = [
                "action": "send", "channel": ["$ref": "#/channels/\(AsyncNames.mail)"],
                "summary": .text(mail.summary),
                "messages": [["$ref": "#/channels/\(AsyncNames.mail)/messages/\(name)"]],
            ]
            let senders = contract.operations.filter { $0.mails.contains(mail.name) }.map(\.name)
            operation["x-sent-by"] = senders.isEmpty ? nil : .texts(senders)
            operation["x-promises"] = mail.promises.isEmpty ? nil : .texts(mail.promises)
            operation.origin = mail.location
            return (name, .object(operation))
        }
    }

    private func message(_ mail: Mail) -> JSONObject {
        var message: JSONObject = [
            "name": .text(mail.name), "summary": .text(mail.summary),
            "description": """
            A text for people, with one link, to `\(mail.page)`. The payload is what stands in the link's query.
            """,
            "headers": [
                "type": "object", "required": ["to", "subject"],
                "properties": [
                    "to": ["type": "string", "format": "email"], "subject": ["const": .text(mail.subject)],
                ],
            ],
            "correlationId": ["description": "Whom it went to.", "location": "$message.header#/to"],
            "payload": .object(SchemaDocument(contract).object(mail.parameters)),
            "examples": [
                [
                    "headers": ["to": "ada@example.com", "subject": .text(mail.subject)],
                    "payload": ExampleDocument(contract).object(mail.parameters),
                ]
            ],
            "x-link-page": .text(mail.page),
        ]
        message.origin = mail.location
        return message
    }
}
