/// The hosts whose traffic does not leave the machine.
enum Loopback {
    /// `localhost`, 127.0.0.0/8 and ::1. A name that merely resolves to such an address is not among them: who answers
    /// for it may change.
    static func contains(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "127" else { return false }
        return parts.allSatisfy { $0.count <= 3 && UInt8($0) != nil }
    }
}
