import Foundation

/// A check whose time has not come: something that a run has made must stop working by itself.
struct Deferral: Codable, Sendable {
    let id: String
    let title: String
    let promises: [String]
    /// When it must have stopped working, by the deployment's own clock.
    let due: Date
    let request: Request
    /// The code of the refusal that must come then.
    let code: String
    /// A request that must succeed then, so that the refusal has the right reason; nil where the code says it all.
    let control: Request?

    /// A request that another process can send.
    struct Request: Codable, Sendable {
        let operation: String
        let body: [String: String]
        let token: String?
    }
}

/// The deferrals of a run, in a file that nobody else may read: their requests carry secrets.
struct Deferrals: Sendable {
    private let path: String?

    /// - Parameter folder: Nil in a rehearsal, where nothing is kept.
    init(_ folder: StateFolder?) {
        path = folder.map { $0.path + "/deferred.jsonl" }
    }

    func add(_ deferral: Deferral) throws {
        guard let path else { return }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try LineFile(path).add(String(decoding: encoder.encode(deferral), as: UTF8.self), isDurable: true)
    }

    /// Notes that one was carried out, so that it is not once more.
    func settle(_ id: String) throws {
        if let path { try LineFile(path + ".settled").add(id, isDurable: true) }
    }

    /// Those that were not carried out yet.
    func open() throws -> [Deferral] {
        guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
        let settled = FileManager.default.contents(atPath: path + ".settled").map {
            String(decoding: $0, as: UTF8.self)
        }
        let done = Set((settled ?? "").split(separator: "\n").map(String.init))
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Deferral.self, from: Data($0)) }
            .filter { !done.contains($0.id) }
    }
}
