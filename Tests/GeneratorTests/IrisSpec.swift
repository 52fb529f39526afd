import Contract
import PythonPeer

/// The contract of this repository.
enum IrisSpec {
    static func load() throws -> Contract {
        try ContractLoader.load(folder: PythonPeer.root.appendingPathComponent("spec").path).get()
    }
}
