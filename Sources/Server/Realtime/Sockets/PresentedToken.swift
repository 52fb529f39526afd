import Generated
import HTTPTypes
import Listening
import Runtime

/// The token that an upgrade request carries, if any.
enum PresentedToken {
    case none
    case token(SocketToken)
    /// There is something in a token's place, but no token, or several that differ.
    case unusable

    init(in request: UpgradeRequest) {
        var texts: Set<String> = []
        for value in request.head.headerFields[values: .authorization] {
            let parts = value.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                self = .unusable
                return
            }
            texts.insert(String(parts[1]))
        }
        for offer in request.subprotocols where offer.hasPrefix(SocketContract.tokenSubprotocolPrefix) {
            texts.insert(String(offer.dropFirst(SocketContract.tokenSubprotocolPrefix.count)))
        }
        // Nothing in a token needs percent-encoding.
        for pair in (request.query ?? "").split(separator: "&")
        where pair.hasPrefix(SocketContract.tokenParameter + "=") {
            texts.insert(String(pair.dropFirst(SocketContract.tokenParameter.count + 1)))
        }
        guard let text = texts.first else {
            self = .none
            return
        }
        var problems = FieldProblems()
        if texts.count == 1, let token = SocketToken.read(text: text, &problems) {
            self = .token(token)
        } else {
            self = .unusable
        }
    }
}
