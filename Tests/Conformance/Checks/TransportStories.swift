import Contract
import Foundation
import NIOSSL

/// Which versions of TLS the deployment takes. Where the address is plain http, nothing can be said of it.
struct TransportStories: Stories {
    let world: World

    func all() -> [Check] {
        guard let address = URL(string: world.run.target.base), address.scheme == "https", let host = address.host
        else {
            return []
        }
        let handshake = TLSHandshake(host: host, port: address.port ?? 443, patience: world.run.patience)
        return [Self.versions(handshake)]
    }

    /// That 1.3 succeeds is the control of the refusals.
    static func versions(_ handshake: TLSHandshake) -> Check {
        Check(
            "transport.tls-1.3", group: "transport", "TLS 1.3 is spoken, and nothing older", promises: ["S-3"]
        ) { _ in
            let older: [(name: String, version: TLSVersion)] = [
                ("1.2", .tlsv12), ("1.1", .tlsv11), ("1.0", .tlsv1),
            ]
            do {
                guard try await handshake.succeeds(from: .tlsv13, to: .tlsv13) else {
                    return Verdict(["a handshake that offers TLS 1.3 only is refused"])
                }
                var problems: [String] = []
                for (name, version) in older where try await handshake.succeeds(from: version, to: version) {
                    problems.append("a handshake that offers TLS \(name) only succeeds")
                }
                return Verdict(problems)
            } catch is TLSHandshake.Unanswered {
                return .notTestable("nobody answered at the address")
            }
        }
    }
}
