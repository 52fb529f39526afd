import ArgumentParser

/// Where the generated files are.
struct OutputOptions: ParsableArguments {
    static let usual = "Sources/Generated"

    @Option(help: "The folder of the generated files.")
    var output = usual

    var folder: OutputFolder { OutputFolder(path: output) }
}
