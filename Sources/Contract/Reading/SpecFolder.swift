import Foundation

extension ContractLoader {
    /// Loads every `.yaml` file below a folder. An unreadable folder or file is a finding too.
    public static func load(folder: String) -> Result<Contract, LoadFailure> {
        do {
            return load(try files(below: folder))
        } catch let failure as LoadFailure {
            return .failure(failure)
        } catch {
            return .failure(unreadable(folder, error.localizedDescription))
        }
    }

    /// Every `.yaml` file below a folder. Throws a `LoadFailure` where the folder or a file cannot be read.
    public static func files(below folder: String) throws -> [SpecFile] {
        guard let paths = FolderListing.files(below: folder) else {
            throw unreadable(folder, "the folder cannot be read")
        }
        let files = try paths.filter { $0.hasSuffix(".yaml") }.map { path in
            let full = "\(folder)/\(path)"
            let data = try Data(contentsOf: URL(fileURLWithPath: full))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw unreadable(full, "the file is not UTF-8 text")
            }
            return SpecFile(path: full, text: text)
        }
        guard !files.isEmpty else { throw unreadable(folder, "there is no .yaml file in this folder") }
        return files
    }

    private static func unreadable(_ path: String, _ reason: String) -> LoadFailure {
        let location = SourceLocation(file: path, line: 1, column: 1)
        return LoadFailure(findings: [Finding(rule: .unreadableFile, location: location, message: reason, hint: nil)])
    }
}
