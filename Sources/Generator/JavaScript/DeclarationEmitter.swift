import Contract

/// `iris.d.ts`: what TypeScript, and every editor, knows of the client.
enum DeclarationEmitter {
    static func source(_ contract: Contract, _ names: JavaScriptNames) -> SwiftSource {
        var source = SwiftSource.file()
        TypeDeclarations.emit(contract, names, into: &source)
        ErrorDeclarations.emit(contract, names, into: &source)
        CallDeclarations.emit(contract, names, into: &source)
        if let plan = SocketPlan(contract) { SocketDeclarations.emit(plan, names, into: &source) }
        return source
    }
}

extension SwiftSource {
    /// A documentation comment as TypeScript has it, wrapped at the line width.
    mutating func note(_ sentences: [String]) {
        let texts = sentences.filter { !$0.isEmpty }.map(JavaScriptNames.comment)
        guard let first = texts.first else { return }
        if texts.count == 1, margin + first.columns + 7 <= Self.width {
            line("/** \(first) */")
            return
        }
        line("/**")
        for text in texts {
            for piece in wrap(text, width: Self.width - margin - 3) { line(" * " + piece) }
        }
        line(" */")
    }
}
