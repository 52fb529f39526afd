import Contract

/// `ErrorCode`, and `Refusal`, which carries one to the envelope.
enum ErrorEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [
            GeneratedFile(path: "Errors/ErrorCode.swift", source: errorCode(contract)),
            GeneratedFile(path: "Errors/Refusal.swift", source: refusal(contract)),
        ]
    }

    private static func errorCode(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file()
        source.doc("Every error code of the contract. The raw values are what clients see.")
        source.block("public enum ErrorCode: String, Sendable, CaseIterable") { body in
            for error in contract.errors {
                let name = SwiftNames.lowerCamel(error.code)
                body.origin(error.location)
                body.line("/// \(error.status): \(error.message)")
                body.line(
                    "case \(SwiftNames.declared(name))" + (name == error.code ? "" : " = \"\(error.code)\""))
            }
            body.gap()
            body.doc("The HTTP status that goes with the code.")
            body.block("public var status: Int") { inner in
                inner.switchLines(
                    contract.errors.map { (SwiftNames.lowerCamel($0.code), String($0.status), $0.location) })
            }
            body.gap()
            body.doc("The code in plain words.")
            property(&body, "public var message: String", contract.errors) { SwiftNames.literal($0.message) }
        }
        return source
    }

    private static func property(
        _ source: inout SwiftSource, _ opening: String, _ errors: [APIError], value: (APIError) -> String
    ) {
        source.block(opening) { body in
            body.line("switch self {")
            for error in errors {
                body.origin(error.location)
                body.caseLine("case .\(SwiftNames.lowerCamel(error.code))", value(error))
            }
            body.line("}")
        }
    }

    private static func refusal(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("A request that is not served, and why. Becomes the error envelope.")
        source.block("public struct Refusal: Error, Sendable") { body in
            body.line("public let code: ErrorCode")
            body.doc("The fields that broke their rules.")
            body.line("public let details: [FieldProblem]")
            body.doc("Headers that belong to this refusal, such as Allow and Retry-After.")
            body.line("public let headers: [APIResponse.Header]")
            body.gap()
            body.line(
                "public init(_ code: ErrorCode, details: [FieldProblem] = [], headers: [APIResponse.Header] = []) {")
            body.indented { inner in
                inner.line("(self.code, self.details, self.headers) = (code, details, headers)")
            }
            body.line("}")
            body.gap()
            body.doc("Why a request could not be read: its syntax goes before its fields.")
            body.block("init(_ body: ObjectReader)") { inner in
                inner.line("guard body.failure == nil else {")
                inner.indented { deeper in
                    deeper.line("self.init(\(contract.swiftCode(of: .jsonBody)))")
                    deeper.line("return")
                }
                inner.line("}")
                inner.line("self.init(body.problems)")
            }
            body.gap()
            body.doc("Fields that break their rules.")
            body.block("init(_ problems: FieldProblems)") {
                $0.line("self.init(\(contract.swiftCode(of: .input)), details: problems.all)")
            }
            body.gap()
            body.doc("A limit is used up for so many seconds.")
            body.block("init(retryAfter seconds: Int)") { inner in
                inner.line(
                    "self.init(\(contract.swiftCode(of: .limit)), headers: [APIResponse.Header(\"Retry-After\", String(seconds))])"
                )
            }
            body.gap()
            body.doc("The same refusal with more headers.")
            body.block("func adding(_ more: [APIResponse.Header]) -> Refusal") { inner in
                inner.line("Refusal(code, details: details, headers: headers + more)")
            }
            body.gap()
            body.doc("The error envelope.")
            body.block("public func response(to origin: RequestOrigin) -> APIResponse") { inner in
                let challenge = SwiftNames.literal("Bearer realm=\"\(contract.name)\"")
                inner.line("let challenge =")
                inner.indented {
                    $0.line("code.status == 401 ? [APIResponse.Header(\"WWW-Authenticate\", \(challenge))] : []")
                }
                inner.line("return .failure(")
                inner.indented { arguments in
                    arguments.line("code.status, code: code.rawValue, message: code.message, details: details,")
                    arguments.line("headers: headers + challenge, requestId: origin.requestId)")
                }
            }
        }
        source.gap()
        source.block("extension ObjectReader") { body in
            body.doc("The body of a request, which must be declared as JSON.")
            body.doc("Where `orNothing` says that it may be left out, nothing counts as an empty object.")
            let problems = "_ problems: FieldProblems = FieldProblems()"
            body.list(
                "init(", ["bodyOf request: APIRequest", problems, "orNothing: Bool = false"], ") throws(Refusal) {")
            body.indented { inner in
                inner.line("let isNothing = orNothing && request.body.isEmpty")
                inner.guardLine(
                    ["isNothing || request.isJSON"], else: "throw Refusal(\(contract.swiftCode(of: .mediaType)))")
                inner.line("self.init(isNothing ? Array(\"{}\".utf8) : request.body, problems)")
            }
            body.line("}")
        }
        return source
    }
}
