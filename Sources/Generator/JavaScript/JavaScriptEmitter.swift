import Contract

/// The JavaScript client: a module that stands alone, and the declarations that let TypeScript check its callers.
enum JavaScriptEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let names = JavaScriptNames(contract)
        let folder = "Client/JavaScript/"
        return [
            GeneratedFile(path: folder + names.file + ".js", source: script(contract, names)),
            GeneratedFile(path: folder + names.file + ".d.ts", source: DeclarationEmitter.source(contract, names)),
            JSONPrinter.file(folder + "package.json", of: package(contract, names)),
        ]
    }

    /// Makes a package of the folder, so that every version of node takes the script for the module that it is.
    private static func package(_ contract: Contract, _ names: JavaScriptNames) -> JSONNode {
        [
            "name": .text(names.file + "-client"), "version": .text(contract.version), "private": true,
            "type": "module", "main": .text("./\(names.file).js"), "types": .text("./\(names.file).d.ts"),
            "engines": ["node": ">=18"],
        ]
    }

    private static func script(_ contract: Contract, _ names: JavaScriptNames) -> SwiftSource {
        let socket = SocketPlan(contract)
        var source = SwiftSource.file()
        OperationTable.emit(contract, names, into: &source)
        if let socket { SocketTable.emit(socket, into: &source) }
        source.gap()
        source.text(ClientScript.text(client: names.client, hasSocket: socket != nil))
        if let socket {
            source.gap()
            source.text(SocketScript.text(client: names.client, socket))
        }
        return source
    }
}
