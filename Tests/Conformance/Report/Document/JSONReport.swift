import Foundation

/// The report that programs read. `docs/conformance-report.schema.json` tells its form.
enum JSONReport {
    static func text(of document: ReportDocument) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}
