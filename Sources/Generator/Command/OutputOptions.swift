import ArgumentParser

/// Where the generated files are.
struct OutputOptions: ParsableArguments {
    @Option(help: "The folder of the generated files.")
    var output = "Sources/Generated"

    var folder: OutputFolder { OutputFolder(path: output) }
}
