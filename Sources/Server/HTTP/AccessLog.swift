import Generated
import Logging
import Postgres
import Runtime

/// One line a request: what was asked by its template, how it ended, how long it took. Never a path, a query, a
/// header, a body or an address of a person.
struct AccessLog: Sendable {
    let logger: Logger

    func record(_ served: Served, origin: RequestOrigin, duration: Duration) {
        let milliseconds = Int(duration / .milliseconds(1))
        var metadata: Logger.Metadata = [
            "status": "\(served.response.status)", "ms": "\(milliseconds)", "request": "\(origin.requestId)",
        ]
        if let fault = served.fault {
            metadata["fault"] = "\(Self.describe(fault))"
            logger.error("\(served.operation?.route ?? "no operation")", metadata: metadata)
        } else {
            logger.info("\(served.operation?.route ?? "no operation")", metadata: metadata)
        }
    }

    /// Errors of the database describe themselves without values; of any other only the type is safe to tell.
    static func describe(_ fault: any Error) -> String {
        if let error = fault as? PostgresError { return error.description }
        return String(reflecting: type(of: fault))
    }
}
