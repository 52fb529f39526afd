/// Words and verdicts to look for. Without the script it is not there, and everything is shown.
enum PageFilter {
    static var markup: Markup {
        let choices = PromiseEntry.Standing.allCases.map { standing -> Markup in
            """
            <label class="choice"><input type="checkbox" value="\(standing.rawValue)" checked>\
            <span class="badge \(standing.rawValue)">\(standing.words)</span></label>
            """
        }
        return """
            <form id="filter" hidden>
            <input type="search" id="words" placeholder="Search promises and checks" aria-label="Search">
            <div class="choices">\(choices)</div>
            <p id="found" role="status"></p>
            </form>
            """
    }
}
