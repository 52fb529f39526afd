// Generated from spec/ by `make generate`. Edit the spec, not this file.

@_exported import ClientRuntime
@_exported import Generated
@_exported import Runtime
import Foundation

/// Calls the operations of Iris, one method each.
public struct IrisClient: Sendable {
    let client: APIClient

    /// - Parameter token: Goes with every call but those that anybody may make.
    public init(
        base: URL, token: ClientToken? = nil, transport: any ClientTransport, retries: RetryPolicy = RetryPolicy(),
        surroundings: ClientSurroundings = .machine
    ) {
        client = APIClient(
            base: BaseAddress(base), token: token, transport: transport, retries: retries, surroundings: surroundings)
    }

    private init(_ client: APIClient) { self.client = client }

    /// The same client with another token, or with none.
    public func with(_ token: ClientToken?) -> Self { Self(client.with(token)) }

    func ask<Value: ReplyBody, Code>(
        _ operation: APIOperation, _ statuses: Int..., refusals: Code.Type = NoCode.self,
        path: [any QueryWritable] = [], query: RequestQuery = [:], body: RequestBody? = nil
    ) async throws(ClientFailure<Code>) -> Value {
        let call = OperationCall(
            operation.rawValue, route: operation.route, refusals: refusals, statuses: statuses, path: path,
            query: query, body: body, isPublic: APIOperation.openOnes.contains(operation),
            takesIdempotencyKey: APIOperation.keyedOnes.contains(operation))
        return try await client.answer(to: call)
    }
}

extension APIOperation {
    fileprivate static let openOnes: Set<APIOperation> = [
        .checkHealth, .checkReadiness, .checkHandle, .signUp, .verifySignup, .resendVerification, .login,
        .forgotPassword, .resetPassword, .acceptInvitation, .getBranding, .openGuestSession,
    ]
    fileprivate static let keyedOnes: Set<APIOperation> = [
        .logout, .inviteTeammate, .resendInvitation, .createKey, .rotateKey, .openChatSession, .createChannel,
        .archiveChannel, .unarchiveChannel, .addChannelMember, .postMessage, .markRead, .showTyping, .closeWorkspace,
        .refreshChatSession, .sendMessage, .markConversationRead, .showConversationTyping,
    ]
}
