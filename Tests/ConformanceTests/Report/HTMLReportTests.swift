import Foundation
import PythonPeer
import Testing

@testable import Conformance

@Suite("the report for people")
struct HTMLReportTests {
    private func page() throws -> String { HTMLReport.text(of: try SampleReport.document(SampleReport.outcomes())) }

    /// What stands between two texts, each time.
    private func parts(of text: String, from start: String, to end: String) -> [String] {
        text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    @Test("no text of a deployment becomes markup")
    func escaping() throws {
        let page = try page()
        #expect(page.contains("&lt;b&gt;Key&lt;/b&gt;"))
        #expect(!page.contains("<b>Key"))
        #expect(page.components(separatedBy: "</script>").count == 2)
        let odd: Markup = "<p title=\"\("\"'<>&\u{1}")\">"
        #expect(odd.html == "<p title=\"&quot;&#39;&lt;&gt;&amp;\u{FFFD}\">")
    }

    @Test("the page's policy lets run what stands in it, and nothing else")
    func policy() throws {
        let page = try page()
        let policy = try #require(parts(of: page, from: "Content-Security-Policy\" content=\"", to: "\"").first)
        let rules = policy.replacing("&#39;", with: "'").split(separator: ";").map { $0.drop { $0 == " " } }
        #expect(rules.first == "default-src 'none'")
        for (tag, rule) in [("style", "style-src"), ("script", "script-src")] {
            let texts = parts(of: page, from: "<\(tag)>", to: "</\(tag)>")
            #expect(texts.count == 1)
            let digest = try PythonPeer.run([
                "-c",
                "import base64,hashlib,sys;print(base64.b64encode(hashlib.sha256(sys.argv[1].encode()).digest()).decode())",
                texts[0],
            ]).output
            let hash = digest.filter { !$0.isNewline }
            #expect(rules.contains { $0 == "\(rule) 'sha256-\(hash)'" })
        }
        for attribute in [" style=\"", " onclick", " onload", " src=", "<link", "@import", "url("] {
            #expect(!page.contains(attribute), "\(attribute)")
        }
    }

    @Test("every tag is closed where it must be")
    func tags() throws {
        let checker = """
            import sys
            from html.parser import HTMLParser
            void={"meta","input","br"}
            class P(HTMLParser):
                def __init__(s): super().__init__(); s.open=[]; s.ids=set()
                def handle_starttag(s,t,a):
                    i=dict(a).get("id")
                    assert i is None or i not in s.ids, i
                    s.ids.add(i)
                    if t not in void: s.open.append(t)
                def handle_startendtag(s,t,a): pass
                def handle_endtag(s,t): assert s.open and s.open.pop()==t, (t,s.getpos())
            p=P(); p.feed(open(sys.argv[1]).read()); p.close(); assert not p.open, p.open
            """
        let (output, succeeded) = try PythonPeer.withFile(try page()) { try PythonPeer.run(["-c", checker, $0]) }
        #expect(succeeded, "\(output)")
    }

    @Test("a violation stands there with its promise, both requests, both replies, the edit and the command line")
    func violation() throws {
        let page = try page()
        for text in [
            "Authenticated calls carry a bearer token.", "This succeeded", "This was tried",
            "the header Authorization is missing", "Bearer $TOKEN", "curl -si -X POST", "no key was issued",
            "limits are a tier of their own", "a session token (console)",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(!page.contains("hidden0") && !page.contains("hiddenToken") && !page.contains("hiddenCookie"))
    }
}
