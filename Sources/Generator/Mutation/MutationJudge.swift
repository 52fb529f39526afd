import Contract

/// What became of a mutant.
enum MutantFate: Sendable, Equatable {
    /// The loader refuses the spec.
    case refused
    /// `diff` tells of it.
    case reported
    /// Some generated file is another one.
    case emitted
    /// It cannot be noticed, for this reason.
    case meaningless(MeaninglessChange)
    case survived
}

/// Judges what has been done to a spec: it must be refused, be reported, or show in what is generated.
struct MutationJudge: Sendable {
    private let spec: [SpecDocument]
    private let contract: Contract
    private let output: [GeneratedFile]

    init(_ spec: [SpecDocument]) throws {
        self.spec = spec
        contract = try ContractLoader.resolve(spec).get()
        output = Emission.files(for: contract)
    }

    func fate(of mutant: SpecMutant) -> MutantFate {
        // Not judged as a whole: that a type is used no more, say, is no excuse for not noticing what used it.
        guard case .success(let changed) = ContractLoader.resolve(mutant.documents(of: spec)) else { return .refused }
        if !SpecChange.all(from: contract, to: changed).isEmpty { return .reported }
        if Emission.files(for: changed) != output { return .emitted }
        return MeaninglessChange.allCases.first { $0.explains(mutant) }.map { .meaningless($0) } ?? .survived
    }
}
