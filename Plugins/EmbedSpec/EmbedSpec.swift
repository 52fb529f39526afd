import Foundation
import PackagePlugin

/// Writes the spec as Swift, so that a program carries it in itself. No copy of it is kept: every build makes it from
/// `spec/` as it is.
@main
struct EmbedSpec: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let spec = context.package.directoryURL.appendingPathComponent("spec")
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedSpec.swift")
        let names = FileManager.default.enumerator(atPath: spec.path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { spec.appendingPathComponent($0) }
        return [
            .buildCommand(
                displayName: "Embedding the spec", executable: try context.tool(named: "SpecEmbedding").url,
                arguments: [spec.path, output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }
}
