import Contract
import PythonPeer

/// A small to-do service, which shares nothing with our own API but the language that its spec is written in.
enum TodoSpec {
    static let path = "Tests/GeneratorTests/Fixtures/todo/spec"
    static let folder = PythonPeer.root.appendingPathComponent(path).path

    static func load() throws -> Contract { try ContractLoader.load(folder: folder).get() }
}
