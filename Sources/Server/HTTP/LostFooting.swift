import Postgres

/// A workspace may be closed while its requests are under way: what they have just been recognised by, or what they work
/// on, is then gone. Nothing of such a request was done, and asked again it is answered as what it has become: one with
/// an unknown token, or for something that is not there.
///
/// So is whoever was in the way of somebody else, with each waiting for the other, and was chosen by PostgreSQL to give
/// way. Once is enough: what fails again is a fault.
enum LostFooting {
    static func isMeant(by fault: any Error) -> Bool {
        if fault is MissingRow { return true }
        guard let state = (fault as? PostgresError)?.state else { return false }
        return state == .foreignKeyViolation || state == .deadlockDetected
    }
}
