import Contract
import Testing

@testable import Mocking

/// The mock reads the contract by itself, the generated code was written from it. Where they disagree about a request,
/// one of them is wrong.
@Suite("the mock and the generated code, asked the same")
struct AgreementTests {
    /// Requests to each operation.
    private static let rounds: UInt64 = 40

    @Test("they agree on the status, the error's code and the fields that it names, whatever is asked")
    func agreement() async throws {
        let contract = try OwnContracts.iris.get()
        let (mock, peer) = (MockAPI(contract), GeneratedPeer())
        var (successes, refusals, disagreements) = (0, [String: Int](), [String]())
        for operation in contract.operations {
            for round in 1...Self.rounds {
                var chance = Chance(seed: round, "agreement", operation.name)
                let (request, edits) = OddRequest(operation: operation, contract: contract).make(&chance)
                let (ours, theirs) = (mock.answer(request), await peer.answer(request))
                // A cursor that no list has given out is the handler's to refuse, and stubs refuse none.
                if ours.errorCode == "invalid_cursor", theirs.status == 200 { continue }
                if ours.status < 300 { successes += 1 }
                if let code = ours.errorCode { refusals[code, default: 0] += 1 }
                let agree =
                    ours.status == theirs.status && ours.errorCode == theirs.code
                    && Set(ours.pointers) == Set(theirs.pointers)
                if !agree {
                    disagreements.append(
                        """
                        \(operation.name), round \(round): the mock says \(ours.status) \(ours.errorCode ?? "") \
                        \(ours.pointers), the generated code \(theirs.status) \(theirs.code ?? "") \(theirs.pointers), \
                        after \(edits)
                        """)
                }
            }
        }
        #expect(disagreements.count == 0, "\(disagreements.prefix(12).joined(separator: "\n"))")
        // It is no agreement if only one thing was asked.
        #expect(successes > 400)
        let expected = [
            "invalid_json", "invalid_request", "tenant_not_allowed", "unauthenticated", "forbidden",
            "insufficient_scope",
            "origin_not_allowed", "not_found", "method_not_allowed", "unsupported_media_type",
        ]
        for code in expected { #expect(refusals[code, default: 0] > 1, "\(code): \(refusals[code, default: 0])") }
    }
}
