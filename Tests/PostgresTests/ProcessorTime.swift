import Foundation
import Testing

@testable import Postgres

extension PostgresPool {
    /// What the pool's own thread has spent on a processor so far, whatever else this process does meanwhile.
    func processorTime() throws -> Duration {
        let thread = try #require(core.reactor.threadOfExecution)
        var clock = clockid_t()
        #expect(pthread_getcpuclockid(thread, &clock) == 0)
        var time = timespec()
        #expect(clock_gettime(clock, &time) == 0)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
