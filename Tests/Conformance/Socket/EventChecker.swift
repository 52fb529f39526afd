import Contract

/// Compares a frame of the server with the events of the contract.
struct EventChecker {
    let contract: Contract
    let socket: Socket

    /// The event in a frame, or what is wrong with it. Sensitive values are in no problem.
    func event(in bytes: [UInt8]) throws(SocketFault) -> JSON {
        if bytes.count > contract.bodyLimit {
            throw SocketFault("a frame has \(bytes.count) bytes, more than any body may have")
        }
        let json: JSON
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw SocketFault("a frame is \(error.description)")
        }
        guard let type = json["type"]?.text, let event = socket.event(named: type) else {
            throw SocketFault("a frame came whose type is no event of the contract")
        }
        let problems = SchemaChecker(contract: contract).problems(json, event.fields, at: type)
        guard problems.isEmpty else { throw SocketFault(problems) }
        return json
    }
}

/// What a socket has done wrong.
struct SocketFault: Error {
    let problems: [String]

    init(_ problem: String) {
        problems = [problem]
    }

    init(_ problems: [String]) {
        self.problems = problems
    }
}
