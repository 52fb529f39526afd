import PythonPeer
import Testing

@testable import Conformance

@Suite("the report for build servers")
struct JUnitReportTests {
    private func report() throws -> String { JUnitReport.text(of: try SampleReport.document(SampleReport.outcomes())) }

    @Test("another program reads its suites, its checks, their promises and their reasons")
    func read() throws {
        let reader = """
            import sys
            from junitparser import JUnitXml
            for suite in JUnitXml.fromfile(sys.argv[1]):
                print(suite.name, suite.tests, suite.failures, suite.skipped, suite.errors, suite.time)
                for property in suite.properties():
                    if property.name.startswith("promise"): print(property.name, property.value)
                for case in suite:
                    print(case.classname, case.name, case.time)
                    for result in case.result: print(type(result).__name__, result.message)
            """
        let (output, succeeded) = try PythonPeer.withFile(try report()) { try PythonPeer.run(["-c", reader, $0]) }
        #expect(succeeded, "\(output)")
        #expect(
            output == """
                createKey 2 1 0 0 2.468
                promise.G-3 violated: Authenticated calls carry a bearer token.
                promise.4-1 verified: An admin issues a key and is shown its secret and scopes.
                createKey derived.createKey.success: the check derived.createKey.success [4-1] 1.234
                createKey derived.createKey.no-credential: the check derived.createKey.no-credential [G-3] 1.234
                Failure the error unauthenticated was expected and status 200 came
                stories 2 0 2 0 2.468
                promise.4-5 not testable: Rotating a key gives a new secret and ends the old one.
                promise.4-6 not exercised: A revoked key stops working at once.
                stories story.rotate: the check story.rotate [4-5] 1.234
                Skipped not testable: no key was issued
                stories story.limit: the check story.limit [4-6] 1.234
                Skipped not exercised: limits are a tier of their own

                """)
    }

    @Test("it has only what Jenkins' schema allows, where it allows it")
    func form() throws {
        let checker = """
            import sys, re
            import xml.etree.ElementTree as E
            allowed={"testsuites":({"testsuite"},{"name","time","tests","failures","errors"}),
              "testsuite":({"properties","testcase"},{"name","tests","failures","errors","skipped","time","timestamp","hostname"}),
              "properties":({"property"},set()),"property":(set(),{"name","value"}),
              "testcase":({"skipped","failure"},{"name","time","classname","group"}),
              "skipped":(set(),{"type","message"}),"failure":(set(),{"type","message"})}
            def look(e):
                children,attributes=allowed[e.tag]
                assert set(e.attrib)<=attributes,(e.tag,e.attrib)
                assert "time" not in e.attrib or re.fullmatch(r"\\d+\\.\\d{3}",e.attrib["time"])
                for c in e: assert c.tag in children,(e.tag,c.tag); look(c)
            root=E.parse(sys.argv[1]).getroot(); assert root.tag=="testsuites"; look(root)
            """
        let (output, succeeded) = try PythonPeer.withFile(try report()) { try PythonPeer.run(["-c", checker, $0]) }
        #expect(succeeded, "\(output)")
    }

    @Test("what XML cannot carry is replaced, and line ends in attributes are kept")
    func characters() {
        let element = XMLElement(name: "a", attributes: [("b", "1\n\"<\u{0}")], text: "]]>&\u{FFFE}\t")
        #expect(element.document.hasSuffix("<a b=\"1&#10;&quot;&lt;\u{FFFD}\">]]&gt;&amp;\u{FFFD}\t</a>\n"))
    }

    @Test("a failure is understood from its text alone")
    func failure() throws {
        let report = try report()
        for text in [
            "What must hold: the check derived.createKey.no-credential",
            "Promise G-3: Authenticated calls carry a bearer token.", "This request succeeded:",
            "the header Authorization is missing", "Then this was asked:", "and this came:", "curl -si -X POST",
        ] { #expect(report.contains(text), "\(text)") }
        #expect(!report.contains("hidden"))
    }
}
