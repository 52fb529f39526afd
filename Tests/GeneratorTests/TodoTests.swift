import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("a to-do service, for which the generator has not a line of its own")
struct TodoTests {
    @Test("it has ten operations, and everything else that a spec can say")
    func extent() throws {
        let contract = try TodoSpec.load()
        #expect(contract.operations.count == 10)
        #expect(contract.socket != nil && !contract.mails.isEmpty && !contract.jobs.isEmpty && !contract.flows.isEmpty)
        #expect(contract.credentials.count == 2 && !contract.scopes.isEmpty && !contract.limits.isEmpty)
    }

    @Test("everything that is emitted compiles without a warning")
    func compiles() throws {
        let complaints = try Compilation.complaints(about: Emission.files(for: try TodoSpec.load()))
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("it is in the format of our own sources")
    func formatted() throws {
        try Workplace.with { place in
            try FileManager.default.copyItem(
                at: PythonPeer.root.appendingPathComponent(".swift-format"),
                to: place.root.appendingPathComponent(".swift-format"))
            for file in Emission.files(for: try TodoSpec.load()) { try place.write(file.content, to: file.path) }
            let format = Process()
            format.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            format.arguments = ["swift", "format", "lint", "--strict", "--recursive", place.root.path]
            let said = Pipe()
            format.standardError = said
            try format.run()
            let complaints = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            format.waitUntilExit()
            #expect(format.terminationStatus == 0 && complaints.isEmpty, "\(complaints)")
        }
    }

    @Test("a server that `scaffold` writes for it compiles, and answers with its examples")
    func scaffold() throws {
        let contract = try TodoSpec.load()
        let scaffold = Scaffold(contract: contract, server: ServerSources(folder: "Server")).files { _ in false }
        #expect(scaffold.count == 11)
        #expect(scaffold.first?.content.contains("struct TwoDoAPI: Handlers {}") == true)
        let files = scaffold.map { GeneratedFile(path: $0.path, content: $0.content) }
        let complaints = try Compilation.complaints(about: files, using: Emission.files(for: contract))
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("every declaration of it can be explained")
    func explained() throws {
        let contract = try TodoSpec.load()
        let explainer = Explainer(
            contract: contract, files: Emission.files(for: contract), server: ServerSources(folder: "Server"))
        for subject in SubjectIndex(contract).subjects {
            let text = explainer.explain(subject).text
            #expect(text.hasPrefix("\(subject.name) (\(subject.kind.rawValue))"))
            #expect(text.split(separator: "\n").count > 1, "\(text)")
        }
    }
}
