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
        default:
            let error = ServerErrorReading.error(in: result)
            if inFlight[0].failure == nil { inFlight[0].failure = .server(error) }
        }
        PQclear(result)
    }

    private func complete() {
        let exchange = inFlight.removeFirst()
        turnBegan = ContinuousClock().now
        if let failure = exchange.failure {
            if case .prepare(let text) = exchange.purpose { statements.forget(text) }
            exchange.completion(.failure(failure))
        } else {
            exchange.completion(.success(exchange.rows))
        }
        changed()
    }
}

/// Reads what the server says of an error.
enum ServerErrorReading {
    static func error(in result: OpaquePointer) -> PostgresError.ServerError {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        let state = SQLState(field("C") ?? "XX000")
        // Data exceptions quote the input in their first line; all other sentences name objects only.
        let message = state.code.hasPrefix("22") ? "a value was refused" : field("M") ?? "no message"
        return PostgresError.ServerError(
            state: state, message: message, constraint: field("n"), table: field("t"))
    }
}
