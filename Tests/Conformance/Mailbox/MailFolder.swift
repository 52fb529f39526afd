import Contract
import Foundation

/// A folder in which the deployment leaves its mails as `.eml` files.
struct MailFolder: Sendable {
    let path: String
    /// How long a mail may take.
    let patience: Duration

    /// The query parameters of the link in the newest mail of a kind to a recipient, those that are known already left
    /// out; nil when none comes in time.
    ///
    /// The folder is looked at four times a second: it may be on another machine's disk, where no event tells of it.
    func link(
        of mail: Mail, to recipient: String, besides known: [[String: String]] = []
    ) async throws -> [String: String]? {
        let deadline = ContinuousClock().now + patience
        repeat {
            let links = newestFirst().lazy.compactMap { link(in: $0, page: mail.page, recipient: recipient) }
            let found = links.first { !known.contains($0) }
            if let found { return found }
            try await Task.sleep(for: .milliseconds(250))
        } while ContinuousClock().now < deadline
        return nil
    }

    private func newestFirst() -> [URL] {
        let keys: [URLResourceKey] = [.contentModificationDateKey]
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: URL(fileURLWithPath: path), includingPropertiesForKeys: keys)) ?? []
        func age(_ url: URL) -> Date {
            (try? url.resourceValues(forKeys: Set(keys)).contentModificationDate) ?? .distantPast
        }
        return files.filter { $0.pathExtension == "eml" }.sorted { age($0) > age($1) }
    }

    private func link(in file: URL, page: String, recipient: String) -> [String: String]? {
        guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8) else { return nil }
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        let isForRecipient = lines.prefix { !$0.isEmpty }.contains {
            $0.lowercased().hasPrefix("to:") && $0.lowercased().contains(recipient.lowercased())
        }
        guard isForRecipient else { return nil }
        return lines.lazy.compactMap { URLComponents(string: String($0)) }.first { $0.path == page }.map { url in
            Dictionary(
                (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        }
    }
}
