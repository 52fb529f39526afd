extension Resolver {
    /// Reads `closes`, and makes sure that a code means one thing.
    mutating func readCloses() -> [SocketClose] {
        var closes: [SocketClose] = []
        for declaration in declarations.closes {
            guard let close = readClose(declaration) else { continue }
            if let first = closes.first(where: { $0.code == close.code }) {
                findings.report(
                    .duplicateDeclaration, at: close.location,
                    "the closes '\(first.name)' and '\(close.name)' have the same code \(close.code)",
                    note: Finding.Note(text: "the first is", location: first.location))
            }
            for code in close.errors where closes.contains(where: { $0.errors.contains(code) }) {
                findings.report(.badValue, at: close.location, "a second close stands for the error '\(code)'")
            }
            closes.append(close)
        }
        return closes
    }

    private func closingErrors(_ reader: MappingReader) -> [String] {
        reader.texts("errors").compactMap { error in
            guard names.errors.contains(error.value) else {
                findings.reportUnknown("error", error.value, at: error.location, among: names.errors)
                return nil
            }
            return error.value
        }
    }

    private mutating func readClose(_ declaration: Declarations.Declaration) -> SocketClose? {
        guard
            let reader = MappingReader(declaration.node, SocketForms.close, findings: findings),
            findings.check(declaration.name, is: .snakeCase, "close", at: declaration.nameLocation)
        else { return nil }
        let promises = citations(in: reader)
        let summary = reader.requiredText("summary")
        let code = reader.requiredInteger("code")
        guard reader.required("retry") != nil, let summary, let code else { return nil }
        guard SocketClose.ownCodes.contains(code) || SocketClose.registeredCodes.contains(code) else {
            findings.report(
                .badValue, at: reader.node("code")?.location ?? reader.location,
                "a server cannot close with the code \(code)",
                hint: "codes of our own are 4000 to 4999; those of RFC 6455 that a server may send are allowed too")
            return nil
        }
        return SocketClose(
            name: declaration.name, code: code, mayRetry: reader.flag("retry", default: false), summary: summary,
            errors: closingErrors(reader), promises: promises, location: declaration.nameLocation)
    }
}
