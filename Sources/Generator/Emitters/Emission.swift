import Contract
import Dispatch
import Synchronization

/// Everything that follows from a contract, as files. Pure: the same contract gives the same bytes.
enum Emission {
    private typealias Emitter = @Sendable (Contract) -> [GeneratedFile]

    /// Each of them reads the model and nothing else, so they run side by side; the longest begin, so that none is waited
    /// for in the end.
    private static let emitters: [Emitter] = [
        PageEmitter.files(for:),
        JavaScriptEmitter.files(for:),
        ArazzoEmitter.files(for:),
        OpenAPIEmitter.files(for:),
        OperationEmitter.files(for:),
        PlainEmitter.files(for:),
        ClientEmitter.files(for:),
        ErrorEmitter.files(for:),
        LimitEmitter.files(for:),
        AuditEmitter.files(for:),
        MailEmitter.files(for:),
        TypeEmitter.files(for:),
        CredentialEmitter.files(for:),
        GateEmitter.files(for:),
        CallerEmitter.files(for:),
        HandlerEmitter.files(for:),
        RouteEmitter.files(for:),
        DispatchEmitter.files(for:),
        ExampleEmitter.files(for:),
        StubEmitter.files(for:),
        SocketEmitter.files(for:),
        AsyncAPIEmitter.files(for:),
        LanguageEmitter.files(for:),
    ]

    static func files(for contract: Contract) -> [GeneratedFile] {
        let files = Mutex<[GeneratedFile]>([])
        DispatchQueue.concurrentPerform(iterations: emitters.count) { index in
            let emitted = emitters[index](contract)
            files.withLock { $0 += emitted }
        }
        return files.withLock { $0 }.sorted { $0.path < $1.path }
    }
}
