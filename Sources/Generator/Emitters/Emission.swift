import Contract

/// Everything that follows from a contract, as files. Pure: the same contract gives the same bytes.
enum Emission {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let files: [[GeneratedFile]] = [
            ErrorEmitter.files(for: contract),
            LimitEmitter.files(for: contract),
            AuditEmitter.files(for: contract),
            MailEmitter.files(for: contract),
            TypeEmitter.files(for: contract),
            CredentialEmitter.files(for: contract),
            GateEmitter.files(for: contract),
            CallerEmitter.files(for: contract),
            OperationEmitter.files(for: contract),
            HandlerEmitter.files(for: contract),
            RouteEmitter.files(for: contract),
            DispatchEmitter.files(for: contract),
            ExampleEmitter.files(for: contract),
            StubEmitter.files(for: contract),
            SocketEmitter.files(for: contract),
            OpenAPIEmitter.files(for: contract),
            PlainEmitter.files(for: contract),
        ]
        return files.flatMap { $0 }.sorted { $0.path < $1.path }
    }
}
