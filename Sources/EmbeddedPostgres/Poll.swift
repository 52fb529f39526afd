import Foundation

/// Waits until a condition holds, at most for `limit`; returns whether it came to hold.
///
/// Neither `flock` nor PostgreSQL's readiness has an event to wait on with a limit. 5 ms is far below what a start
/// takes and costs nothing. Blocks its thread.
func poll(for limit: Duration, until condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
        if try condition() { return true }
        if ContinuousClock.now >= deadline { return false }
        usleep(5_000)
    }
}
