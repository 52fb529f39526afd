/// What a run has left behind, put together from the lines of its journal in their order.
struct Traces: Sendable {
    /// Something that a run has made.
    struct Thing: Sendable, Hashable {
        let kind: String
        let id: String
        let workspace: String?
        /// The name of the credential that made it; nil where none was needed.
        let caller: String?
        let path: [String: String]
        /// Its place in the order in which things were made.
        let number: Int
    }

    private(set) var things: [Thing] = []
    private(set) var credentials: [String: JournalLine.Credential] = [:]
    private var people: [JournalLine.Person] = []
    /// Requests to which no reply has come: whether they have made something is not known.
    private(set) var open: [Int: JournalLine.Begun] = [:]
    /// Workspaces that the run has made, in order.
    private(set) var workspaces: [String] = []
    private(set) var lastNumber = 0
    private var gone: Set<Things.Made> = []
    private var begun: [Int: JournalLine.Begun] = [:]

    mutating func apply(_ line: JournalLine) {
        if let begun = line.begun {
            open[begun.number] = begun
            lastNumber = max(lastNumber, begun.number)
        }
        if let ended = line.ended { apply(ended) }
        if let gone = line.gone { self.gone.insert(Things.Made(kind: gone.kind, id: gone.id)) }
        if let credential = line.credential { credentials[credential.name] = credential }
        if let person = line.person { people.append(person) }
    }

    private mutating func apply(_ ended: JournalLine.Ended) {
        guard let begun = open.removeValue(forKey: ended.number) else { return }
        for (kind, id) in ended.made.sorted(by: { $0.key < $1.key }) {
            if kind == Things.workspace {
                if !workspaces.contains(id) { workspaces.append(id) }
            } else {
                things.append(
                    Thing(
                        kind: kind, id: id, workspace: ended.workspace ?? begun.workspace, caller: begun.caller,
                        path: begun.path, number: begun.number))
            }
        }
    }

    func isGone(_ kind: String, _ id: String) -> Bool { gone.contains(Things.Made(kind: kind, id: id)) }

    /// Things that are still there, as far as the journal knows; each once.
    var remaining: [Thing] {
        var seen = gone
        return things.filter { thing in
            let isThere = thing.workspace.map { !isGone(Things.workspace, $0) } ?? true
            return isThere && seen.insert(Things.Made(kind: thing.kind, id: thing.id)).inserted
        }
    }

    /// Workspaces that are still there, and those whose verification has got no reply.
    var remainingWorkspaces: [String] {
        let asked = open.values.filter { $0.operation == Things.workspaceMaker }.compactMap(\.workspace)
        let all = workspaces + Set(asked).subtracting(workspaces).sorted()
        return all.filter { !isGone(Things.workspace, $0) }
    }

    /// Whoever signed up for a workspace, with the password that they chose last.
    func owner(of workspace: String) -> JournalLine.Person? {
        guard let owner = people.first(where: { $0.workspace == workspace && $0.slug != nil }) else { return nil }
        let latest = people.last { $0.workspace == workspace && $0.email == owner.email }
        return JournalLine.Person(
            email: owner.email, password: latest?.password ?? owner.password, workspace: workspace, slug: owner.slug)
    }
}
