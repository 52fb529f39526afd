import Foundation

/// SIGPIPE, which ends a program that writes to a connection the other side has closed.
enum BrokenPipe {
    /// Runs the body with SIGPIPE held back from this thread, and takes away what came of it meanwhile: older OpenSSL
    /// writes without asking for an error code instead, and a library does not change the process's own handlers.
    static func ignored<Value>(_ body: () -> Value) -> Value {
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        var pending = sigset_t()
        sigpending(&pending)
        let wasPending = sigismember(&pending, SIGPIPE) == 1
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        defer {
            var now = timespec()
            if !wasPending { while sigtimedwait(&pipe, nil, &now) == SIGPIPE {} }
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        return body()
    }
}
