import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A pool with nothing to do")
    struct IdleTests {
        @Test("uses no processor time")
        func idle() async throws {
            try await withPool({ $0.size = 4 }) { pool in
                try await pool.query("SELECT 1")
                let before = try pool.processorTime()
                try await Task.sleep(for: .seconds(1))
                #expect(try pool.processorTime() - before < .milliseconds(10))
            }
        }
    }
}
