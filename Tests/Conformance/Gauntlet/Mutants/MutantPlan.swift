import Contract

/// Every mutant that follows from a contract.
struct MutantPlan {
    let contract: Contract

    /// In the order of their kinds; the same for the same contract.
    func mutants() -> [Mutant] {
        let judged = Set(contract.promises.filter { $0.isClaimed && $0.unobservable == nil }.map(\.id))
        var all = AccessMutants(contract: contract).all() + InputMutants(contract: contract).all()
        all += ReplyMutants(contract: contract).all() + MemoryMutants(contract: contract).all()
        all += SocketMutants(contract: contract).all() + MailMutants(contract: contract).all()
        return all.map { mutant in
            Mutant(
                id: mutant.id, kind: mutant.kind, promises: mutant.promises.filter(judged.contains),
                about: mutant.about, deed: mutant.deed)
        }
    }
}
