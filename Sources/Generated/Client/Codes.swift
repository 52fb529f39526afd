// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated

// What each operation may be refused for, beside what any operation may be refused for.

extension SignUp { public enum Code: String, OperationCode { case slugTaken, weakPassword } }
extension VerifySignup {
    public enum Code: String, OperationCode { case notFound, alreadyUsed, alreadyMember, tokenExpired }
}
extension Login { public enum Code: String, OperationCode { case invalidCredentials } }
extension ResetPassword {
    public enum Code: String, OperationCode { case notFound, alreadyUsed, tokenExpired, weakPassword }
}
extension InviteTeammate { public enum Code: String, OperationCode { case alreadyMember } }
extension AcceptInvitation {
    public enum Code: String, OperationCode { case notFound, alreadyUsed, alreadyMember, tokenExpired, weakPassword }
}
extension ResendInvitation { public enum Code: String, OperationCode { case notFound } }
extension DeleteInvitation { public enum Code: String, OperationCode { case notFound } }
extension ChangeMember { public enum Code: String, OperationCode { case notFound, forbidden, lastOwner } }
extension RemoveMember { public enum Code: String, OperationCode { case notFound, forbidden, lastOwner } }
extension CreateKey { public enum Code: String, OperationCode { case scopeNotGrantable } }
extension RotateKey { public enum Code: String, OperationCode { case notFound } }
extension RevokeKey { public enum Code: String, OperationCode { case notFound } }
extension GetBranding { public enum Code: String, OperationCode { case notFound } }
extension ListChannels { public enum Code: String, OperationCode { case invalidCursor } }
extension GetChannel { public enum Code: String, OperationCode { case notFound } }
extension ChangeChannel { public enum Code: String, OperationCode { case notFound } }
extension ArchiveChannel { public enum Code: String, OperationCode { case notFound } }
extension UnarchiveChannel { public enum Code: String, OperationCode { case notFound } }
extension ListChannelMembers { public enum Code: String, OperationCode { case notFound } }
extension AddChannelMember { public enum Code: String, OperationCode { case notFound, noSuchPerson } }
extension ChangeChannelMember { public enum Code: String, OperationCode { case notFound } }
extension RemoveChannelMember { public enum Code: String, OperationCode { case notFound } }
extension PostMessage { public enum Code: String, OperationCode { case notFound, channelArchived, forbidden } }
extension ListMessages { public enum Code: String, OperationCode { case notFound, invalidCursor } }
extension GetMessage { public enum Code: String, OperationCode { case notFound } }
extension ChangeMessage { public enum Code: String, OperationCode { case notFound, forbidden, channelArchived } }
extension DeleteMessage { public enum Code: String, OperationCode { case notFound, forbidden } }
extension MarkRead { public enum Code: String, OperationCode { case notFound } }
extension ShowTyping { public enum Code: String, OperationCode { case notFound } }
extension CloseWorkspace { public enum Code: String, OperationCode { case forbidden, notConfirmed } }
extension ListAudit { public enum Code: String, OperationCode { case invalidCursor } }
extension ExportAudit { public enum Code: String, OperationCode { case invalidCursor } }
extension OpenGuestSession { public enum Code: String, OperationCode { case notFound, originNotAllowed } }
extension ListConversations { public enum Code: String, OperationCode { case invalidCursor } }
extension GetConversation { public enum Code: String, OperationCode { case notFound } }
extension SendMessage { public enum Code: String, OperationCode { case notFound, channelArchived, forbidden } }
extension ReadMessages { public enum Code: String, OperationCode { case notFound, invalidCursor } }
extension EditMessage { public enum Code: String, OperationCode { case notFound, forbidden, channelArchived } }
extension WithdrawMessage { public enum Code: String, OperationCode { case notFound, forbidden } }
extension MarkConversationRead { public enum Code: String, OperationCode { case notFound } }
extension ShowConversationTyping { public enum Code: String, OperationCode { case notFound } }
