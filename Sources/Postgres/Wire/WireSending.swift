import CLibPQ

/// Sending statements.
extension Wire {
    /// Sends statements as one transaction: everything before the sync point is. In simple mode there is one only.
    func send(_ work: [SQL], _ exchange: Exchange, unprepared: Bool = false) {
        guard isOpen else { return exchange.completion(.failure(.unavailable)) }
        var exchange = exchange
        var isSent = true
        let isPrepared = mode == .pipeline && configuration.usesPreparedStatements && !unprepared
        if isPrepared {
            exchange.statements = work
            for statement in work where isSent { isSent = prepare(statement) }
            isSent = isSent && deallocateDiscarded()
        }
        for statement in work where isSent {
            isSent = transmit(statement, name: isPrepared ? statements.name(of: statement.key) : nil)
        }
        if mode == .pipeline { isSent = isSent && PQpipelineSync(connection) == 1 }
        append(exchange)
        guard isSent else { return lose(.connectionLost) }
        flush()
    }

    /// Sends a script of any number of statements; simple mode only.
    func send(script: String, _ exchange: Exchange) {
        guard isOpen, PQsendQuery(connection, script) == 1 else {
            return exchange.completion(.failure(.unavailable))
        }
        append(exchange)
        flush()
    }

    private func append(_ exchange: Exchange) {
        if inFlight.isEmpty { turnBegan = ContinuousClock().now }
        inFlight.append(exchange)
    }

    /// Makes a statement known, with a sync point of its own: then no failure of other work undoes it.
    private func prepare(_ statement: SQL) -> Bool {
        let key = statement.key
        guard statements.name(of: key) == nil else { return true }
        let name = statements.add(key)
        let types = statement.parameters.map { Oid($0.type) }
        guard PQsendPrepare(connection, name, statement.text, Int32(types.count), types) == 1,
            PQpipelineSync(connection) == 1
        else { return false }
        append(Exchange(.prepare(key, name: name), allowance: configuration.answerTimeout))
        return true
    }

    private func deallocateDiscarded() -> Bool {
        for name in statements.takeDiscarded() {
            guard PQsendQueryParams(connection, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 1) == 1,
                PQpipelineSync(connection) == 1
            else { return false }
            append(Exchange(.deallocate(name: name), allowance: configuration.answerTimeout))
        }
        return true
    }

    /// Sends a statement under its name, or as text without one.
    private func transmit(_ statement: SQL, name: String?) -> Bool {
        // A value of no bytes still needs an address, which a null has not; so the buffer is never empty.
        var blob: [UInt8] = [0]
        var offsets: [Int?] = []
        var lengths: [Int32] = []
        for parameter in statement.parameters {
            offsets.append(parameter.bytes.map { _ in blob.count })
            lengths.append(Int32(parameter.bytes?.count ?? 0))
            blob += parameter.bytes ?? []
        }
        let count = Int32(statement.parameters.count)
        let formats = [Int32](repeating: 1, count: statement.parameters.count)
        return blob.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            let values = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
            if let name {
                return PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1) == 1
            }
            let types = statement.parameters.map { Oid($0.type) }
            return PQsendQueryParams(connection, statement.text, count, types, values, lengths, formats, 1) == 1
        }
    }

    func flush() {
        switch PQflush(connection) {
        case 0: hasUnsentBytes = false
        case 1: hasUnsentBytes = true
        default: lose(.connectionLost)
        }
    }
}
