import Contract
import Foundation

/// A folder in which the deployment leaves its mails: as `.eml` files, or as a Maildir with `new` and `cur` in it.
struct MailFolder: Mailbox {
    let path: String
    private let vigil: MailVigil

    var place: String { "the folder \(path)" }

    /// - Parameter patience: How long a mail may take.
    init(path: String, patience: Duration) {
        self.path = path
        // The folder may be on another machine's disk, where no event tells of a file.
        vigil = MailVigil(patience: patience, interval: .seconds(1))
    }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        let watch = FolderWatch([path, "\(path)/new", "\(path)/cur"])
        defer { watch.end() }
        var examined: Set<File> = []
        return try await vigil.await(watch.changes) {
            for file in try newestFirst() where examined.insert(file).inserted {
                guard let bytes = beginning(of: file.url) else { continue }
                let received = ReceivedMail(bytes)
                guard received.isFor(recipient) else { continue }
                if let link = received.links(to: mail.page).first(where: { !known.contains($0) }) { return link }
            }
            return nil
        }
    }

    /// A file in the state in which it was seen: one that grows is another.
    private struct File: Hashable {
        let url: URL
        let changed: Date
        let size: Int
    }

    private func newestFirst() throws -> [File] {
        let own: [URL]
        do {
            own = try contents(path).filter { $0.pathExtension == "eml" }
        } catch {
            throw MailboxUnusable(place, error.localizedDescription)
        }
        let maildir = ["new", "cur"].flatMap { (try? contents("\(path)/\($0)")) ?? [] }
        return (own + maildir).compactMap { url in
            guard let values = try? url.resourceValues(forKeys: Self.keys), values.isRegularFile == true else {
                return nil
            }
            return File(url: url, changed: values.contentModificationDate ?? .distantPast, size: values.fileSize ?? 0)
        }.sorted { $0.changed > $1.changed }
    }

    private static let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]

    private func contents(_ folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: Array(Self.keys))
    }

    /// Nil where the file has been taken away meanwhile.
    private func beginning(of url: URL) -> Data? {
        guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
        defer { try? handle.close() }
        return try? handle.read(upToCount: MIMEReader.maximumSize)
    }
}
