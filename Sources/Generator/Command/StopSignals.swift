import Dispatch
import Foundation

/// Ctrl-C and a request to end, as a call instead of an end in the middle of something.
struct StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// Calls, for as long as the value lives, when the process is asked to end.
    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: stop)
            source.resume()
            return source
        }
    }
}
