import ArgumentParser

/// Where the handlers are.
struct ServerOptions: ParsableArguments {
    @Option(help: "The folder of the server's sources, where the handlers are.")
    var server = "Sources/Server"
}
