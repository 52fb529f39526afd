import Foundation

/// The report for people: one file that needs no other, neither to be read nor to be searched.
enum HTMLReport {
    static func text(of document: ReportDocument) -> String {
        let style = String(decoding: PackageResources.report_css, as: UTF8.self)
        let script = String(decoding: PackageResources.report_js, as: UTF8.self)
        // The page loads nothing, and runs the one script that it was made with.
        let policy =
            "default-src 'none'; style-src 'sha256-\(FileDigest.base64(of: style))'; "
            + "script-src 'sha256-\(FileDigest.base64(of: script))'; base-uri 'none'; form-action 'none'"
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(document.run.contract.name): \(PageHead.result(document.run))</title>
            <style>\(Markup(trusted: style))</style>
            </head>
            <body>
            \(PageHead(document: document).markup)
            <main>
            \(PageFailures(document: document).markup)
            \(PageFilter.markup)
            \(PagePromises(document: document).markup)
            \(PageChecks(document: document).markup)
            \(PageUnseen(document: document).markup)
            \(PageTimings(document: document).markup)
            </main>
            \(PageHead(document: document).foot)
            <script>\(Markup(trusted: script))</script>
            </body>
            </html>

            """
        return page.html
    }
}
