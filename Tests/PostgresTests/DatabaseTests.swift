import Testing

/// All suites here share one server and run one test at a time: some of them stop it.
@Suite("The client, against a real server", .serialized, .server, .timeLimit(.minutes(2)))
struct DatabaseTests {}
