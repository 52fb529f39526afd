import Contract

/// `Limit`: the named rate limits.
enum LimitEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("The rate limits of the contract. An allowance refills evenly over its window.")
        source.block("public enum Limit: String, Sendable, CaseIterable") { body in
            for limit in contract.limits {
                let name = SwiftNames.lowerCamel(limit.name)
                body.origin(limit.location)
                body.doc(limit.summary)
                body.line("case \(SwiftNames.declared(name))" + (name == limit.name ? "" : " = \"\(limit.name)\""))
            }
            body.gap()
            body.doc("Requests that may be made at once after a quiet time.")
            body.block("public var allowance: Int") { inner in
                inner.switchLines(
                    contract.limits.map { (SwiftNames.lowerCamel($0.name), String($0.allowance), $0.location) })
            }
            body.gap()
            body.doc("The time in which a used-up allowance is whole again, in seconds.")
            body.block("public var window: Int") { inner in
                inner.switchLines(
                    contract.limits.map { (SwiftNames.lowerCamel($0.name), String($0.window), $0.location) })
            }
        }
        source.gap()
        source.block("extension Limit") { body in
            body.doc("What the limit is and what is left of it, as the IETF's draft on RateLimit header fields has it.")
            body.block("func headers(remaining: Int, wholeAfter seconds: Int) -> [APIResponse.Header]") { inner in
                inner.line("[")
                inner.indented { list in
                    list.line(
                        #"APIResponse.Header("RateLimit-Policy", "\"\(rawValue)\";q=\(allowance);w=\(window)"),"#)
                    list.line(#"APIResponse.Header("RateLimit", "\"\(rawValue)\";r=\(remaining);t=\(seconds)"),"#)
                }
                inner.line("]")
            }
        }
        return contract.limits.isEmpty ? [] : [GeneratedFile(path: "Access/Limit.swift", source: source)]
    }
}
