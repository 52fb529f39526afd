import Foundation

/// Writes the reports of a run as files. They replace what stood there, all at once or not at all.
struct ReportFiles {
    let document: ReportDocument

    /// All three into a folder: `report.html`, `report.xml`, `report.json`.
    func writeAll(into folder: String) throws {
        let folder = URL(fileURLWithPath: folder)
        try writeHTML(to: folder.appendingPathComponent("report.html").path)
        try writeJUnit(to: folder.appendingPathComponent("report.xml").path)
        try writeJSON(to: folder.appendingPathComponent("report.json").path)
    }

    func writeHTML(to path: String) throws { try write(HTMLReport.text(of: document), to: path) }

    func writeJUnit(to path: String) throws { try write(JUnitReport.text(of: document), to: path) }

    func writeJSON(to path: String) throws { try write(try JSONReport.text(of: document), to: path) }

    /// Why a report could not be written.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private func write(_ text: String, to path: String) throws {
        let file = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw Failure(description: "the report \(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
