/// Lets so many through at once; others wait in line.
///
/// An actor: the count is that of all who have entered and not left.
actor Turnstile {
    private var room: Int
    private var line: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) { room = limit }

    func enter() async {
        guard room == 0 else {
            room -= 1
            return
        }
        await withCheckedContinuation { line.append($0) }
    }

    func leave() {
        if line.isEmpty { room += 1 } else { line.removeFirst().resume() }
    }
}
