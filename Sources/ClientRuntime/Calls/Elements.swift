import Runtime

/// The elements of a list that comes in pages, fetched as they are asked for:
///
///     for try await message in Elements({ try await iris.listMessages(channelId: id, cursor: $0) }) { … }
public struct Elements<Element: JSONWritable, Cursor: TextScalar>: AsyncSequence {
    private let fetch: @Sendable (Cursor?) async throws -> Page<Element>

    /// - Parameter fetch: Fetches the page behind a cursor; nil for the first.
    public init(_ fetch: @escaping @Sendable (Cursor?) async throws -> Page<Element>) { self.fetch = fetch }

    public func makeAsyncIterator() -> Iterator { Iterator(fetch: fetch) }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let fetch: @Sendable (Cursor?) async throws -> Page<Element>
        private var waiting: ArraySlice<Element> = []
        private var cursor: Cursor?
        private var isLast = false

        fileprivate init(fetch: @escaping @Sendable (Cursor?) async throws -> Page<Element>) { self.fetch = fetch }

        /// A page may be empty and yet have another behind it.
        public mutating func next() async throws -> Element? {
            while waiting.isEmpty, !isLast {
                let page = try await fetch(cursor)
                waiting = page.elements[...]
                cursor = page.nextCursor.map(Cursor.init(trusted:))
                isLast = cursor == nil
            }
            return waiting.popFirst()
        }
    }
}
