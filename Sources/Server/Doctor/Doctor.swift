import Foundation
import Logging
import Postgres
import SMTP

/// Looks at everything that a deployment rests on, and says in plain words whether it is right.
struct Doctor {
    let settings: ServerSettings
    /// Where clients reach the server; nil looks at the settings only.
    let address: URL?

    /// Carries out every examination and tells of each as soon as it is done.
    ///
    /// - Returns: Whether nothing is ill.
    func examine(_ tell: (Diagnosis) -> Void) async -> Bool {
        var isWell = true
        func note(_ diagnoses: [Diagnosis]) {
            for diagnosis in diagnoses {
                tell(diagnosis)
                if diagnosis.state == .ill { isWell = false }
            }
        }
        note(await database())
        note([await mail(), certificate(), proxy()])
        if let address { note(await RunningServerExamination(address: address, settings: settings).all()) }
        return isWell
    }

    /// The role, the tables' protection, the schema, and whether the database's clock agrees with ours.
    private func database() async -> [Diagnosis] {
        guard let url = settings.databaseURL else {
            return [
                .remark(
                    "database", "The server keeps a private PostgreSQL in \(settings.dataFolder).",
                    "For production let DATABASE_URL name a database, as a role that owns nothing.")
            ]
        }
        let pool = PostgresPool(
            configuration: PostgresPool.Configuration(connectionString: url),
            logger: Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() })
        async let running: Void = pool.run()
        defer { pool.beginShutdown() }
        do {
            try await SafetyCheck(pool: pool).run()
            let diagnoses = [
                Diagnosis.well("database", "The role obeys row-level security, and every table has it in force."),
                try await clock(pool),
            ]
            pool.beginShutdown()
            await running
            return diagnoses
        } catch let error as StartupError {
            return [.ill("database", error.problem + ".", error.remedy + ".")]
        } catch {
            return [.ill("database", "It cannot be worked with: \(error).", "Check DATABASE_URL and the network.")]
        }
    }

    private func clock(_ pool: PostgresPool) async throws -> Diagnosis {
        let before = Date()
        let rows = try await pool.run(Unit(statements: ["SELECT clock_timestamp() AS time"]))
        let theirs: PostgresTimestamp? = try rows.first?.first?.value("time")
        let middle = before.addingTimeInterval(Date().timeIntervalSince(before) / 2).timeIntervalSince1970
        return Self.clock(of: "the database", offset: Double(theirs?.microseconds ?? 0) / 1_000_000 - middle)
    }

    /// - Parameter offset: How far the other clock is ahead of ours, in seconds.
    static func clock(of other: String, offset: Double) -> Diagnosis {
        let shown = String(format: "%.1f", abs(offset))
        guard abs(offset) > 2 else { return .well("clock", "This machine and \(other) agree within two seconds.") }
        return .ill(
            "clock",
            "\(other.prefix(1).uppercased() + other.dropFirst()) is \(shown) s \(offset > 0 ? "ahead" : "behind").",
            "Let both machines keep time with NTP: links and sessions end by the clock.")
    }

    private func mail() async -> Diagnosis {
        guard let smtp = settings.smtp else {
            return settings.environment == .production
                ? .ill(
                    "mail", "No SMTP server is set, so nobody can verify a signup or accept by mail.",
                    "Set SMTP_URL and IRIS_MAIL_FROM.")
                : .remark("mail", "No SMTP server is set: development shows what would be mailed in its replies.")
        }
        do {
            try await SMTPClient(server: smtp).probe()
            return .well("mail", "\(smtp) takes mails\(smtp.credentials == nil ? "" : ", and knows our credentials").")
        } catch {
            return .ill("mail", "\(smtp) does not take mails: \(error.description)", "Check SMTP_URL.")
        }
    }
}
