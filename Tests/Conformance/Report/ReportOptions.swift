import ArgumentParser
import Foundation

/// Where a run's reports go.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write a report to be read in a browser.", valueName: "file"))
    var reportHtml: String?

    @Option(help: ArgumentHelp("Write a report that build servers read.", valueName: "file"))
    var reportJunit: String?

    @Option(help: ArgumentHelp("Write a report that programs read.", valueName: "file"))
    var reportJson: String?

    /// Writes those that were asked for.
    func write(_ document: ReportDocument) throws {
        let files = ReportFiles(document: document)
        if let reportHtml { try files.writeHTML(to: reportHtml) }
        if let reportJunit { try files.writeJUnit(to: reportJunit) }
        if let reportJson { try files.writeJSON(to: reportJson) }
    }
}
