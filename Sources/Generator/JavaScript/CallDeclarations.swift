import Contract

/// A method for every operation, with what it takes and what it gives.
enum CallDeclarations {
    static func emit(_ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource) {
        for operation in contract.operations where !operation.callFields.isEmpty {
            source.gap()
            source.origin(operation.location)
            source.note(["What `\(operation.name)` takes."])
            source.interface("\(operation.typeName)Input", operation.callFields, names)
        }
        emitPages(contract, names, into: &source)
        source.gap()
        source.text(options(names.client))
        source.gap()
        source.note(["Calls the operations of \(contract.name), one method each.", contract.summary])
        source.block("export class \(names.client)") { body in
            body.line("constructor(options?: \(names.client)Options);")
            body.note(["Goes with every call but those that anybody may make. It cannot be read."])
            body.line("set token(token: string | null | undefined);")
            body.note(["Every element of a list, page by page."])
            body.line("all<Name extends keyof PageElements>(")
            body.indented {
                $0.line("name: Name,")
                $0.line("...input: Parameters<\(names.client)[Name]>")
            }
            body.line("): AsyncIterableIterator<PageElements[Name]>;")
            if SocketPlan(contract) != nil {
                body.note(["Opens the realtime socket, with the token, and keeps it open."])
                body.line("socket(options?: \(names.client)SocketOptions): \(names.client)Socket;")
            }
            for operation in contract.operations {
                body.origin(operation.location)
                emit(operation, contract, names, into: &body)
            }
        }
    }

    private static func emit(
        _ operation: Operation, _ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource
    ) {
        let own = Set(operation.ownErrors + operation.refusedFields.map(\.error))
        let codes = operation.clientCodes(in: contract)
        let lines = codes.filter(own.contains).compactMap { contract.error(coded: $0) }.map { error in
            "`\(error.code)` (\(error.status)): \(error.message)"
        }
        let others = codes.filter { !own.contains($0) }.map { "`\($0)`" }.joined(separator: ", ")
        source.gap()
        source.note(
            [
                operation.summary, "`\(operation.route.method.rawValue) \(operation.route.template)`",
                "Errors of its own:",
            ]
            .dropLast(lines.isEmpty ? 1 : 0) + lines.map { "- " + $0 }
                + [others.isEmpty ? "" : (lines.isEmpty ? "Errors: " : "Others: ") + others + "."])
        let isFree = operation.callFields.allSatisfy(\.isOptional)
        let type = operation.callFields.isEmpty ? "{}" : "\(operation.typeName)Input"
        source.line(
            "\(JavaScriptNames.method(operation))(input\(isFree ? "?" : ""): \(type), options?: CallOptions): "
                + "Promise<\(output(operation, names))>;")
    }

    private static func output(_ operation: Operation, _ names: JavaScriptNames) -> String {
        var outputs: [String] = []
        for reply in operation.replies {
            let element = names.reference(reply.body.element)
            let output =
                switch reply.body {
                case .one: element
                case .list: element + "[]"
                case .page: "Page<\(element)>"
                }
            if !outputs.contains(output) { outputs.append(output) }
        }
        return outputs.joined(separator: " | ")
    }

    private static func emitPages(_ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource) {
        source.gap()
        source.text(
            """
            /** A part of a list. */
            export interface Page<Element> {
                data: Element[];
                /** What the next call takes as `cursor`; null at the list's end. */
                next_cursor: string | null;
                has_more: boolean;
            }
            """)
        source.gap()
        source.note(["What the lists that come in pages are lists of."])
        source.block("export interface PageElements") { body in
            for operation in contract.operations where operation.isPaged {
                body.origin(operation.location)
                body.line("\(JavaScriptNames.method(operation)): \(names.reference(operation.reply.body.element));")
            }
        }
    }

    private static func options(_ client: String) -> String {
        """
        export interface \(client)Options {
            /** Where the API is; a page's own origin unless told otherwise. */
            base?: string;
            token?: string | null;
            fetch?: typeof globalThis.fetch;
            /** Waits so many milliseconds, or until the signal says no: tests bring their own. */
            sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
            /** From 0 to 1. */
            random?: () => number;
            /** How often a call is made in all, where making it again does no harm; 3 unless told otherwise. */
            attempts?: number;
        }

        export interface CallOptions {
            /** Ends the call, its retries included. */
            signal?: AbortSignal;
            /** For calls that take one, in place of the key that the client makes for each. */
            idempotencyKey?: string;
        }
        """
    }
}
