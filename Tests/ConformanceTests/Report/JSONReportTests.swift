import Foundation
import PythonPeer
import Testing

@testable import Conformance

@Suite("the report for programs")
struct JSONReportTests {
    private static let schema = PythonPeer.root.appendingPathComponent("docs/conformance-report.schema.json").path

    private func problems(of report: String) throws -> String {
        let checker = """
            import json, sys
            from jsonschema import Draft202012Validator as V, FormatChecker
            schema=json.load(open(sys.argv[1])); V.check_schema(schema)
            for e in V(schema,format_checker=FormatChecker()).iter_errors(json.load(open(sys.argv[2]))): print(e.json_path,e.message)
            """
        return try PythonPeer.withFile(report) { try PythonPeer.run(["-c", checker, Self.schema, $0]).output }
    }

    @Test("it has the form that its schema tells")
    func form() throws {
        let report = try JSONReport.text(of: try SampleReport.document(SampleReport.outcomes()))
        #expect(try problems(of: report) == "")
        // The schema allows nothing that it does not name, so that it cannot fall behind.
        #expect(try problems(of: report.replacing("\"group\"", with: "\"grup\"")) != "")
    }

    @Test("it says what the run was, and of each check what came of it")
    func content() throws {
        let report = try JSONReport.text(of: try SampleReport.document(SampleReport.outcomes()))
        let json = try JSONParser.parse(Array(report.utf8))
        let run = try #require(json["run"])
        #expect(run["seed"]?.integer == 7 && run["exit_code"]?.integer == 1 && run["result"]?.text == "violated")
        #expect(run["started"]?.text == "2026-09-21T14:13:20.000Z" && run["duration_ms"]?.integer == 83_500)
        #expect(run.at(["contract", "digest"])?.text?.count == 64 && run["suite_digest"]?.text?.count == 64)
        #expect(json.at(["summary", "checks", "violated"])?.integer == 1)
        #expect(json.at(["summary", "promises", "partly_verified"])?.integer == 0)
        let failure = try #require(json.at(["checks", "1", "failure"]))
        #expect(failure.at(["control", "headers", "1", "value"])?.text == "Bearer $TOKEN")
        #expect(failure.at(["attempt", "reply", "status"])?.integer == 200)
        #expect(!report.contains("hidden"))
    }

    @Test("the digests change with the spec's files and their names, and with nothing else")
    func digests() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try write("a.yaml", "1")
        let first = FileDigest.folder(folder.path)
        try write("notes.txt", "2")
        #expect(first != nil && FileDigest.folder(folder.path) == first)
        try write("a.yaml", "3")
        #expect(FileDigest.folder(folder.path) != first)
        #expect(FileDigest.executable()?.count == 64)
    }
}
