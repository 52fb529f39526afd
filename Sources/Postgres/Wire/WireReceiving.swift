import CLibPQ

/// Receiving answers.
extension Wire {
    /// Takes in what the server has sent, and completes the exchanges that it completes.
    func receive() {
        guard isOpen else { return }
        guard PQconsumeInput(connection) == 1 else { return lose(.connectionLost) }
        var wasSeparator = false
        while isOpen, !inFlight.isEmpty, PQisBusy(connection) == 0 {
            guard let result = PQgetResult(connection) else {
                // One null ends a command's results. In simple mode that ends the exchange; in pipeline mode a second
                // one in a row means that nothing more has come.
                if mode == .simple { complete() }
                if wasSeparator { break }
                wasSeparator = true
                continue
            }
            wasSeparator = false
            take(result)
        }
        if isOpen, PQstatus(connection) == CONNECTION_BAD { lose(.connectionLost) }
    }

    private func take(_ result: OpaquePointer) {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            inFlight[0].rows.append(Rows(answer: Answer(result)))
            return
        case PGRES_PIPELINE_SYNC: complete()
        case PGRES_PIPELINE_ABORTED: break
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: refuseCopy()
        default:
            if let error = ServerErrorReading.error(in: result) {
                if inFlight[0].failure == nil { inFlight[0].failure = .server(error) }
            } else {
                // Only libpq's own errors have no state: it has lost the connection, or the thread of the talk.
                lose(.connectionLost)
            }
        }
        PQclear(result)
    }

    /// The server would wait for data that nobody sends, or send data that nobody takes.
    private func refuseCopy() {
        inFlight[0].failure = .server(
            PostgresError.ServerError(
                state: SQLState("42000"), message: "COPY to or from the client is not possible here", constraint: nil,
                table: nil))
        lose(.connectionLost)
    }

    private func complete() {
        let exchange = inFlight.removeFirst()
        turnBegan = ContinuousClock().now
        if let failure = exchange.failure {
            learn(from: failure, of: exchange)
            exchange.completion(.failure(exchange.reportedFailure ?? failure))
        } else {
            exchange.completion(.success(exchange.rows))
        }
        changed()
    }

    /// Keeps what is believed of the server's statements in step with what it has.
    private func learn(from failure: PostgresError, of exchange: Exchange) {
        switch exchange.purpose {
        case .prepare(let key, let name):
            statements.forget(key, named: name)
            guard let next = inFlight.firstIndex(where: \.isAwaited) else { return }
            if inFlight[next].preparationFailure == nil { inFlight[next].preparationFailure = failure }
        case .deallocate(let name):
            if failure.state == .inFailedTransaction { statements.discardAgain(name) }
        case .unit, .step:
            if failure.meansStalePlan { for statement in exchange.statements { statements.discard(statement.key) } }
        case .upkeep: break
        }
    }
}

/// Reads what the server says of an error.
enum ServerErrorReading {
    /// Nil for an error that is not the server's.
    static func error(in result: OpaquePointer) -> PostgresError.ServerError? {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        guard let state = field("C").map({ SQLState($0) }) else { return nil }
        // Data exceptions quote the input in their first line; all other sentences name objects only.
        let message = state.code.hasPrefix("22") ? "a value was refused" : field("M") ?? "no message"
        return PostgresError.ServerError(
            state: state, message: message, constraint: field("n"), table: field("t"))
    }
}
