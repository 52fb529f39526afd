/// Reasons that many rules share.
extension Judgement {
    static let notSent = unaffected("nothing that travels is different")
    static let sameDeclarations = compatible("what is generated keeps its declarations")
    static let noDeclaration = unaffected("nothing is generated from it but words")
    static let notJudged = unaffected("no journey and no promise speaks of it")
    static let derivedChecks = compatible("checks that follow from the spec follow it; journeys stay")
    static let newCase = breaking("an enumeration has a case more, and switches over it must name it")
    static let lostCase = breaking("an enumeration has a case less, and code that names it does not compile")
    static let toldWhereUsed = unaffected("what uses it tells what that means")
    static let lostChecks = breaking("what was judged of it is judged no more")
    static let moreChecks = compatible("more is judged than before")
}
