import Postgres

extension Transaction {
    /// Takes about as long as writing does, where how long an answer takes would tell whether an address is known.
    ///
    /// Each round trip adds a record that nobody reads to the database's write-ahead log, so that the commit waits for
    /// the disk as a real one does.
    func pretendToWrite(roundTrips: Int) async throws {
        for _ in 0..<roundTrips { _ = try await run("SELECT pg_logical_emit_message(true, 'iris', '')::text") }
    }
}
