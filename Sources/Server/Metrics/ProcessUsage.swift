import Foundation
import Glibc

/// What the operating system says of this process, under the names that Prometheus's own clients use.
struct ProcessUsage {
    /// In seconds since the epoch.
    let startedAt = Date().timeIntervalSince1970

    func record(in registry: MetricsRegistry) {
        registry.number("process_start_time_seconds", .gauge).set(startedAt)
        var time = timespec()
        if clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 {
            registry.number("process_cpu_seconds_total", .counter).set(
                Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
        }
        if let pages = Self.residentPages() {
            registry.number("process_resident_memory_bytes", .gauge).set(Double(pages * Int(getpagesize())))
        }
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            registry.number("process_open_fds", .gauge).set(Double(open))
        }
    }

    /// The second number of `statm` (proc(5)).
    private static func residentPages() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]) : nil
    }
}
