import Generated
import Logging
import Postgres
import Runtime
import ServiceLifecycle

/// Looks from time to time whether what sockets live on still holds, wherever it was changed: on another server, in the
/// database itself, or by time passing.
struct SocketWatch: Service {
    let hub: Hub
    let database: Database
    let pace: Duration
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: pace)) != nil {
                do {
                    try await look()
                } catch {
                    // Of an error of another kind than the database's only its type is safe to tell.
                    let problem = (error as? PostgresError)?.description ?? String(reflecting: type(of: error))
                    logger.warning("open sockets could not be checked", metadata: ["error": "\(problem)"])
                }
            }
        }
    }

    /// One round over all sockets, a thousand at a time.
    func look() async throws {
        let sockets = hub.openSockets
        for start in stride(from: 0, to: sockets.count, by: 1_000) {
            let some = Array(sockets[start..<min(start + 1_000, sockets.count)])
            try await endLapsed(among: some)
            try await endMemberships(among: some.filter { !$0.isOver })
        }
    }

    private func endLapsed(among sockets: [OpenSocket]) async throws {
        let terms = try await CredentialStanding(database: database).terms(of: sockets.map(\.credential))
        for socket in sockets where terms[socket.credential.mark] == nil { hub.close(socket, with: .sessionEnded) }
    }

    /// Ends subscriptions of those who are not in the channel any more, and takes notice of posts made elsewhere.
    private func endMemberships(among sockets: [OpenSocket]) async throws {
        let pairs = sockets.flatMap { socket in socket.channels.map { (socket, $0) } }
        guard !pairs.isEmpty else { return }
        let results = try await database.unit(
            for: .job("sockets"),
            """
            SELECT o.number, c.last_seq,
                   o.member_type = 'member' OR m.member_id IS NOT NULL AS is_member
            FROM unnest(\(Array(pairs.indices)), \(pairs.map { $0.1.tenant.bits.uuid }),
                        \(pairs.map { $0.1.channel.bits.uuid }), \(pairs.map { $0.0.participant.type.rawValue }),
                        \(pairs.map { $0.0.participant.id.bits.uuid }))
                 AS o (number, tenant_id, channel_id, member_type, member_id)
            JOIN iris.channels c ON c.tenant_id = o.tenant_id AND c.channel_id = o.channel_id
            LEFT JOIN iris.channel_members m
                ON m.tenant_id = o.tenant_id AND m.channel_id = o.channel_id AND m.member_type = o.member_type
                   AND m.member_id = o.member_id
            """)
        guard let rows = results.first else { throw MissingRow() }
        for row in rows {
            let (socket, key) = pairs[try row.value("number") as Int]
            if try row.value("is_member") {
                hub.notice(try row.value("last_seq"), in: key)
            } else {
                hub.remove(ParticipantId(socket.participant.id.bits), from: key.channel, of: key.tenant)
            }
        }
    }
}
