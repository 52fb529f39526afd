import Contract

/// Which declaration of the spec each line of a generated file stems from.
///
/// An emitter says where a declaration begins; that holds for what it emits at that depth or deeper, until it names
/// another declaration or comes back to a lesser depth, where what was said there holds again.
struct LineOrigins: Equatable {
    /// From which line on, counted from 1, the next origin holds. In ascending order.
    private var starts: [(line: Int, location: SourceLocation?)] = []
    private var open: [(depth: Int, location: SourceLocation)] = []
    /// Whether what is open may be other than what the last line stems from: most lines ask for no comparison.
    private var isMoved = true
    /// Lines that name several declarations, with the names in order.
    private var parts: [Int: [(name: String, location: SourceLocation)]] = [:]
    private(set) var lines = 0

    init() {}

    /// What is emitted next, at this depth or deeper, stems from this place; with nil, from whatever stands around it.
    mutating func begin(_ location: SourceLocation?, depth: Int) {
        close { $0 >= depth }
        guard let location else { return }
        open.append((depth, location))
        isMoved = true
    }

    /// Lines were emitted at this depth.
    mutating func emit(_ count: Int = 1, depth: Int) {
        close { $0 > depth }
        if isMoved, starts.last?.location != open.last?.location { starts.append((lines + 1, open.last?.location)) }
        isMoved = false
        lines += count
    }

    private mutating func close(where isOver: (Int) -> Bool) {
        while let last = open.last, isOver(last.depth) {
            open.removeLast()
            isMoved = true
        }
    }

    /// The line that is emitted next names several declarations, in this order.
    mutating func share(_ names: [(name: String, location: SourceLocation)]) {
        if names.count > 1 { parts[lines + 1] = names }
    }

    /// Where the line's declaration stands in the spec, given what stood there before: of several declarations the
    /// first that the line did not name then.
    func location(ofLine line: Int, changedFrom old: String?) -> SourceLocation? {
        guard let names = parts[line], let old else { return location(ofLine: line) }
        let known = Set(old.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        return names.first { !known.contains($0.name) }?.location ?? location(ofLine: line)
    }

    /// Where the line's declaration stands in the spec; nil for lines that follow from the generator alone.
    func location(ofLine line: Int) -> SourceLocation? { starts.last { $0.line <= line }?.location }

    /// The first line that stems from exactly this place; nil where none does.
    func firstLine(from location: SourceLocation) -> Int? { starts.first { $0.location == location }?.line }

    static func == (left: Self, right: Self) -> Bool {
        left.lines == right.lines && left.starts.elementsEqual(right.starts, by: ==)
    }
}
