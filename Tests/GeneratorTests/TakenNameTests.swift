import Contract
import Foundation
import Testing

@testable import Generator

@Suite("names that no type of a contract can have")
struct TakenNameTests {
    /// What the code of two contracts that share no operation declares alike, it declares for itself.
    @Test("whatever generated code declares for itself is refused as a type's name")
    func declared() throws {
        let notes = try SocketSpec.load()
        let shared = Self.declared(by: notes).intersection(Self.declared(by: try IrisSpec.load()))
            .subtracting(notes.types.map(\.name))
        #expect(shared.count > 20)
        #expect(shared.filter { !Self.isRefused($0) } == [])
    }

    @Test("whatever generated code takes from its libraries is refused as a type's name")
    func used() throws {
        let sources = Emission.files(for: try IrisSpec.load()).filter { $0.path.hasSuffix(".swift") }
        var words: Set<Substring> = []
        for source in sources {
            for line in source.content.split(separator: "\n") where !line.contains("///") {
                words.formUnion(line.split { !$0.isLetter && !$0.isNumber })
            }
        }
        let libraries = try ["Runtime", "ClientRuntime"].flatMap(Self.declared(byModule:))
        let used = libraries.filter { words.contains($0[...]) }
        #expect(used.count > 30)
        #expect(used.filter { !Self.isRefused($0) } == [])
    }

    private static func isRefused(_ name: String) -> Bool {
        let type = "types: { \(name): { fields: { title: Title } } }"
        let files = [
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "live.yaml", text: SocketSpec.text),
            SpecFile(path: "type.yaml", text: type),
        ]
        guard case .failure(let failure) = ContractLoader.load(files) else { return false }
        return failure.findings.contains { $0.rule == .swiftName }
    }

    private static func declared(by contract: Contract) -> Set<String> {
        let sources = Emission.files(for: contract).filter { $0.path.hasSuffix(".swift") }
        return Set(sources.flatMap { declared(in: $0.content) })
    }

    private static func declared(byModule name: String) throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(name)")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
            .flatMap { declared(in: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    private static func declared(in source: String) -> [String] {
        source.matches(of: #/(?m)^public (?:final )?(?:struct|enum|protocol|class|actor|typealias) ([A-Za-z]+)/#)
            .map { String($0.1) }
    }
}
