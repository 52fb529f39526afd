import Contract
import PythonPeer
import Testing

@testable import Generator

@Suite("emitting AsyncAPI and Arazzo")
struct MachineDocumentTests {
    @Test("the documents of this API and of another one have their specifications' shape, and nothing leads nowhere")
    func valid() throws {
        let iris = try DocumentJudgement.judge(documents(IrisSpec.load()))
        #expect(iris.wrong == [])
        for (kind, least) in ["references": 100, "examples": 25, "expressions": 200, "steps": 150] {
            #expect(iris.seen[kind, default: 0] >= least, "\(kind)")
        }
        let todo = try DocumentJudgement.judge(documents(TodoSpec.load()))
        #expect(todo.wrong == [])
        for kind in ["references", "examples", "expressions", "steps"] { #expect(todo.seen[kind, default: 0] > 0) }
    }

    @Test("a published reading of AsyncAPI 3 takes the documents, and refuses a version that they are not of")
    func published() throws {
        let program = """
            import json, sys, warnings
            warnings.simplefilter("ignore")
            from asyncapi3 import AsyncAPI3
            document = json.load(open(sys.argv[1]))
            AsyncAPI3.model_validate(document)
            document["asyncapi"] = "2.6.0"
            try:
                AsyncAPI3.model_validate(document)
            except ValueError:
                print("right")
            """
        for contract in [try IrisSpec.load(), try TodoSpec.load(), try SocketSpec.load()] {
            let document = try #require(documents(contract)["asyncapi.json"])
            let answer = try PythonPeer.withFile(document) { try PythonPeer.run(["-c", program, $0]) }
            #expect(answer.output == "right\n", "\(answer.output)")
        }
    }

    @Test("a socket without mails and without journeys is a document of one channel")
    func socketAlone() throws {
        let contract = try SocketSpec.load()
        let judged = try DocumentJudgement.judge(documents(contract))
        #expect(judged.wrong == [])
        let document = AsyncAPIEmitter.document(contract)
        guard case .object(let channels)? = document["channels"] else { throw Missing() }
        #expect(channels.members.map(\.name) == ["socket"])
        #expect(contract.flows.isEmpty == ArazzoEmitter.files(for: contract).isEmpty)
    }

    @Test("a contract without a socket and mails has no AsyncAPI document")
    func neither() throws {
        let contract = try NotesSpec.load()
        #expect(AsyncAPIEmitter.files(for: contract).isEmpty == contract.mails.isEmpty)
    }

    private struct Missing: Error {}

    private func documents(_ contract: Contract) -> [String: String] {
        let files =
            OpenAPIEmitter.files(for: contract) + AsyncAPIEmitter.files(for: contract)
            + ArazzoEmitter.files(for: contract)
        return Dictionary(
            uniqueKeysWithValues: files.map { (String($0.path.dropFirst("Documents/".count)), $0.content) })
    }
}
