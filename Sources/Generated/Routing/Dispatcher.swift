// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Answers requests: route, limit, credential, access, input, handler, envelope.
public struct Dispatcher<API: Handlers, Guard: Gate>: Sendable {
    let api: API
    let gate: Guard

    /// The largest body that any operation takes, in bytes.
    public static var bodyLimit: Int { 262_144 }

    public init(api: API, gate: Guard) {
        (self.api, self.gate) = (api, gate)
    }

    /// Answers every request, whatever is wrong with it.
    public func answer(_ request: APIRequest) async -> Answer {
        guard let resource = Router.resource(at: request.path) else {
            return Answer(Refusal(.notFound), to: request)
        }
        guard let operation = resource[request.method] else {
            let allow = APIResponse.Header("Allow", resource.allowed)
            return Answer(Refusal(.methodNotAllowed, headers: [allow]), to: request)
        }
        var headers: [APIResponse.Header] = []
        do {
            let response = try await dispatch(operation, request, &headers)
            return Answer(response: response.adding(headers), operation: operation, fault: nil)
        } catch let refusal as Refusal {
            return Answer(refusal.adding(headers), to: request, of: operation)
        } catch {
            let refusal = Refusal(gate.isOutage(error) ? .unavailable : .internal)
            return Answer(refusal.adding(headers), to: request, of: operation, fault: error)
        }
    }
}

/// A response, and what the log should know about it.
public struct Answer: Sendable {
    public let response: APIResponse
    /// Nil when the request was not for any operation.
    public let operation: APIOperation?
    /// What went wrong on the server's side; clients are told nothing of it.
    public let fault: (any Error)?
}

extension Answer {
    init(
        _ refusal: Refusal, to request: APIRequest, of operation: APIOperation? = nil, fault: (any Error)? = nil
    ) {
        self.init(response: refusal.response(to: request.origin), operation: operation, fault: fault)
    }

    /// The answer to a body that is larger than ``Dispatcher/bodyLimit``.
    public static func tooLarge(from origin: RequestOrigin) -> Answer {
        Answer(response: Refusal(.payloadTooLarge).response(to: origin), operation: nil, fault: nil)
    }

    /// The answer to what is no request by the rules of HTTP, with what is wrong with it.
    public static func malformed(_ problem: FieldProblem, from origin: RequestOrigin) -> Answer {
        let refusal = Refusal(.invalidRequest, details: [problem])
        return Answer(response: refusal.response(to: origin), operation: nil, fault: nil)
    }

    /// The answer to a path that cannot be read.
    public static func unknownPath(from origin: RequestOrigin) -> Answer {
        Answer(response: Refusal(.notFound).response(to: origin), operation: nil, fault: nil)
    }
}
