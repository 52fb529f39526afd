import Foundation

/// The folder of one run: what it has made, how to clean it up, what is due later. It can be copied elsewhere.
struct StateFolder: Sendable {
    /// Where runs keep their folders unless told otherwise.
    static let all = ".iris-conformance"

    let path: String

    var journal: String { path + "/journal.jsonl" }
    var secrets: String { path + "/secrets.jsonl" }
    var about: String { path + "/run.json" }

    /// What a run was.
    struct About: Codable, Sendable {
        let base: String
        let seed: UInt64
        let started: Date
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes the folder, for nobody but this account.
    ///
    /// - Throws: `Failure` if another run has it already.
    static func make(_ path: String, _ about: About) throws -> StateFolder {
        let folder = StateFolder(path: path)
        if FileManager.default.fileExists(atPath: folder.journal) {
            throw Failure(description: "\(path) holds another run; sweep it, or choose another folder with --state")
        }
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = try LineFile(folder.about)
        try file.add(String(decoding: encoder.encode(about), as: UTF8.self), isDurable: true)
        return folder
    }

    /// A folder's path for a run that begins now.
    static func fresh(_ now: Date = Date()) -> String {
        let stamp = now.ISO8601Format(.init(timeZone: .gmt)).filter { $0 != "-" && $0 != ":" }
        return "\(all)/\(stamp)-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    }

    /// The newest run of all.
    static func latest() -> StateFolder? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: all)) ?? []
        return names.sorted().last.map { StateFolder(path: "\(all)/\($0)") }
    }

    func readAbout() throws -> About {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let data = FileManager.default.contents(atPath: about) else {
            throw Failure(description: "\(path) holds no run: there is no run.json")
        }
        return try decoder.decode(About.self, from: data)
    }

    /// What the journal adds up to. A line that a crash has cut off is left out, as nothing was sent after it.
    func readRecord() throws -> Traces {
        let decoder = JSONDecoder()
        var record = Traces()
        for file in [secrets, journal] {
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
            for (index, line) in lines.enumerated() {
                guard let entry = try? decoder.decode(JournalLine.self, from: Data(line)) else {
                    if index == lines.count - 1 { continue }
                    throw Failure(description: "\(file):\(index + 1): this is no line of a journal")
                }
                record.apply(entry)
            }
        }
        return record
    }
}
