import Contract

/// What a request has said, by the names of the fields: replies repeat it under the same names.
struct Echo {
    private var said: [String: RequestInput.Entry] = [:]
    private var isInside = false
    /// The path's fields from the last, which is the nearest to what the request is about.
    private var places: [String] = []
    /// Whether the request is about what its path names, and makes nothing new there.
    private var isAboutPath = false

    init() {}

    /// What stands in the path goes before what stands in the body, and that before the query.
    init(_ input: RequestInput, of method: Route.Method) {
        places = input.path.map(\.field.name).reversed()
        isAboutPath = method != .post
        said = Dictionary(input.all.map { ($0.field.name, $0) }) { first, _ in first }
    }

    /// What a record has said.
    init(_ fields: [Field], _ members: JSON) {
        for field in fields {
            guard let value = members[field.name] else { continue }
            said[field.name] = RequestInput.Entry(field: field, value: value)
        }
    }

    /// What records inside a reply's record repeat: only what has the very same type there.
    var inside: Echo {
        var echo = self
        echo.isInside = true
        echo.isAboutPath = false
        return echo
    }

    func without(_ name: String) -> Echo {
        var echo = self
        echo.said[name] = nil
        return echo
    }

    /// Which of a record's ids tells it from others of its type.
    func identity(among ids: [Field]) -> Field? {
        let named = places.lazy.compactMap { place in ids.first { $0.name == place && contains($0) } }.first
        if isAboutPath, let named { return named }
        // A new message's id before its channel's, and so where a channel's messages are listed.
        return ids.first { !contains($0) } ?? named ?? ids.first
    }

    func contains(_ field: Field) -> Bool { said[field.name]?.field.type == field.type }

    /// What was said of a reply's field, if the field can have that value.
    func value(of field: Field, _ catalogue: Catalogue) -> JSON? {
        guard let entry = said[field.name] else { return nil }
        if entry.value == .null { return field.isNullable ? .null : nil }
        if entry.field.type == field.type { return entry.value }
        // A secret of another type is another secret, such as an invitation's token and a session's.
        guard !isInside, !catalogue.isSecret(field.type), !catalogue.isSecret(entry.field.type) else { return nil }
        var checker = ValueChecker(catalogue)
        return checker.value(entry.value.asWritten, of: field.type, at: "")
    }

    /// What was said of the record that a field holds, if it was said as a record of another type.
    func record(in field: Field, _ catalogue: Catalogue) -> Echo? {
        guard !isInside, let entry = said[field.name], entry.field.type != field.type, case .object = entry.value,
            let fields = catalogue.fields(of: entry.field.type), catalogue.fields(of: field.type) != nil
        else { return nil }
        return Echo(fields, entry.value)
    }
}

extension JSON {
    /// With numbers as a request's JSON has them.
    fileprivate var asWritten: JSON { if case .integer(let value) = self { .number(String(value)) } else { self } }
}
