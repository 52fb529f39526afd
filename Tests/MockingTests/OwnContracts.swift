import Contract
import Foundation
import PythonPeer

/// The contracts that the mock is made from in tests.
enum OwnContracts {
    /// The project's own.
    static let iris = ContractLoader.load(folder: PythonPeer.root.appendingPathComponent("spec").path)

    /// The to-do service that the generator is tried on.
    static let todo = ContractLoader.load(
        folder: PythonPeer.root.appendingPathComponent("Tests/GeneratorTests/Fixtures/todo/spec").path)

    /// A small one, which uses what the project's own does not: records and lists of them in requests, a choice of
    /// callers with a scope, every method, numbers and words in queries.
    static let library = ContractLoader.load([SpecFile(path: "library.yaml", text: text)])

    static let text = """
        api: { name: Library, version: 1.0.0, summary: Books and who has them., body_limit: 262144 }
        credentials:
          reader:
            summary: Somebody with a library card.
            noun: Reader
            carried: [bearer]
            prefixes: { card: card_ }
            token: CardToken
            roles: [librarian, member]
            principal: { reader_id: ReaderId }
          desk:
            summary: A machine at the desk.
            noun: Desk
            carried: [bearer, X-Desk]
            prefixes: { inner: desk_, window: win_ }
            pages: window
            page_limit: all
            token: DeskToken
            scoped: true
            principal: { reader_id: ReaderId }
        callers:
          Browser: [reader(member), desk(books.read)]
        scopes:
          books.read: { summary: Read., granted: [inner, window] }
          books.write: { summary: Write., granted: [inner] }
        limits:
          all: { summary: Everything., by: address, allow: 10, every_seconds: 60 }
          each: { summary: Each., by: caller, allow: 7, every_seconds: 60 }
        errors:
          not_found: { status: 404, message: Nothing here., implied_by: [unknown_path, path_id] }
          method_not_allowed: { status: 405, message: Not like this., implied_by: wrong_method }
          invalid: { status: 400, message: Look again., implied_by: [json_body, input, idempotency] }
          media_type: { status: 415, message: JSON please., implied_by: media_type }
          too_large: { status: 413, message: Too large., implied_by: body_size }
          unauthenticated: { status: 401, message: Who are you?, implied_by: credential }
          forbidden: { status: 403, message: Not you., implied_by: [role, scope, origin] }
          rate_limited: { status: 429, message: Later., implied_by: limit }
          internal: { status: 500, message: Our fault., implied_by: fault }
          unavailable: { status: 503, message: Not now., implied_by: outage }
          no_shelf: { status: 400, message: Leave the shelf out. }
          busy: { status: 429, message: Too much at the desk. }
          lent: { status: 409, message: Somebody has it. }
        types:
          ReaderId: { id: }
          BookId: { id: }
          CardToken: { text: { max: 64 }, sensitive: secret, example: card_1 }
          DeskToken: { text: { max: 64 }, sensitive: secret, example: desk_1 }
          Title: { text: { min: 2, max: 20, chars: a-z 0-9 -, reserved: [admin, root] }, example: first }
          Isbn: { text: { min: 13, max: 13, chars: 0-9 }, example: "9780000000002" }
          Note: { text: { max: 40, lines: many }, example: A good one. }
          Count: { integer: { min: 1, max: 5, above: clamped, default: 3 }, example: 2 }
          Stars: { integer: { min: -2, max: 2 }, example: 1 }
          State: { enum: [wanted, in_shelf, lent] }
          Place: { fields: { city: Title, streets: [Title] } }
          Draft: { fields: { title: Title, place?: Place, state: State, is_new: boolean, stars?: Stars?, isbn: Isbn } }
          Book: { fields: { book_id: BookId, draft: Draft, due: timestamp?, seen?: timestamp, note: Note? } }
        section: { number: 1, title: Books, name: Books }
        refuses: { shelf: no_shelf }
        operations:
          addBooks:
            summary: Adds books.
            route: POST /books
            access: reader(librarian)
            request: { drafts: [Draft], state?: State, since?: timestamp }
            reply: ["201 [Book]", "202 [Book]"]
            limit: [all, each]
            errors: [lent]
          listBooks:
            summary: Lists books.
            route: GET /books
            access: Browser
            query: { limit?: Count, cursor?: Title, title: Title, state?: State }
            reply: 200 page of Book
          putBook:
            summary: Replaces a book.
            route: PUT /books/{book_id}
            access: reader
            path: { book_id: BookId }
            request: { draft: Draft, note?: Note? }
            reply: 200 Book
            errors: [busy]
          changeBook:
            summary: Changes a book.
            route: PATCH /books/{book_id}
            access: desk(books.write)
            path: { book_id: BookId }
            request?: { note?: Note? }
            reply: 200 Book
          deleteBook:
            summary: Deletes a book.
            route: DELETE /books/{book_id}
            access: public
            path: { book_id: BookId }
            reply: 202 Book
          newest:
            summary: The newest book.
            route: GET /books/newest
            access: desk
            reply: 200 Book
        """
}
