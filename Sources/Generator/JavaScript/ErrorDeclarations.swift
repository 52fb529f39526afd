import Contract

/// The error codes, in all and by operation, and the error that carries one.
enum ErrorDeclarations {
    static func emit(_ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource) {
        source.gap()
        source.note(["Every error code of the contract."])
        source.line("export type ErrorCode =")
        source.indented { body in
            for error in contract.errors {
                body.origin(error.location)
                body.line("/** \(error.status): \(JavaScriptNames.comment(error.message)) */")
                body.line("| \(JavaScriptNames.literal(error.code))" + (isLast(error, contract) ? ";" : ""))
            }
        }
        source.gap()
        source.note(["What the client itself finds: no answer came, or one that is not of this contract."])
        source.line("export type ClientErrorCode = 'no_answer' | 'unexpected_reply';")
        for operation in contract.operations {
            source.gap()
            source.origin(operation.location)
            let codes = operation.clientCodes(in: contract).map(JavaScriptNames.literal)
            source.union("export type \(operation.typeName)ErrorCode =", codes)
        }
        source.gap()
        source.note(["What each operation may be refused for."])
        source.block("export interface ErrorCodes") { body in
            for operation in contract.operations {
                body.origin(operation.location)
                body.line("\(JavaScriptNames.method(operation)): \(operation.typeName)ErrorCode;")
            }
        }
        source.gap()
        source.text(envelope(names.client))
    }

    private static func isLast(_ error: APIError, _ contract: Contract) -> Bool {
        error.code == contract.errors.last?.code
    }

    private static func envelope(_ client: String) -> String {
        """
        /** A field that broke one of its rules. */
        export interface FieldProblem {
            /** A JSON pointer into the body, a query parameter behind `?`, or a header. */
            pointer: string;
            code: string;
            message: string;
        }

        /** A call that was refused, or that got no answer. */
        export class \(client)Error<Code extends string = ErrorCode> extends Error {
            /** Whether it comes from this operation, whose codes it then has. */
            static is<Name extends keyof ErrorCodes>(
                error: unknown,
                operation: Name,
            ): error is \(client)Error<ErrorCodes[Name]>;
            private constructor();
            readonly operation: keyof ErrorCodes;
            /** What programs go by. */
            readonly code: Code | ClientErrorCode;
            /** The HTTP status; 0 where no answer came. */
            readonly status: number;
            /** The name under which the server's log speaks of the request. */
            readonly requestId?: string;
            /** The fields that broke their rules. */
            readonly details: FieldProblem[];
            /** After how many seconds to try again, where the server says so. */
            readonly retryAfter?: number;
        }
        """
    }
}

extension Operation {
    /// Every code that a client may be answered, in the contract's order.
    func clientCodes(in contract: Contract) -> [String] {
        RefusalDocument(contract).errors(of: self, besides: [.fault, .outage]).map(\.code)
    }
}
