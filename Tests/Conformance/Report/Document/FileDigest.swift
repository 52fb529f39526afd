import Crypto
import Foundation

/// SHA-256 of files, in hexadecimal: it tells whether two runs had the same spec and the same suite.
enum FileDigest {
    /// Of every YAML file below a folder, with the files' paths, in the order of the paths.
    static func folder(_ path: String) -> String? {
        let root = URL(fileURLWithPath: path)
        guard let names = FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) else {
            return nil
        }
        var files: [(name: String, text: String)] = []
        for name in names where name.hasSuffix(".yaml") {
            guard let text = try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8) else {
                return nil
            }
            files.append((name, text))
        }
        return Self.files(files)
    }

    /// Of files with their names, in the order of the names.
    static func files(_ files: [(name: String, text: String)]) -> String {
        var hash = SHA256()
        for file in files.sorted(by: { $0.name < $1.name }) {
            let content = Data(file.text.utf8)
            hash.update(data: Data("\(file.name)\0\(content.count)\0".utf8))
            hash.update(data: content)
        }
        return hexadecimal(hash.finalize())
    }

    /// Of the program that runs.
    static func executable() -> String? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: "/proc/self/exe"), options: .alwaysMapped) else {
            return nil
        }
        return hexadecimal(SHA256.hash(data: data))
    }

    static func base64(of text: String) -> String { Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
