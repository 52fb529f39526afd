import Foundation
import Synchronization

/// Where a person watches: a terminal whose last line is redrawn in place, or a file that takes lines and nothing else.
///
/// A class, as the line in progress is written over by whoever speaks next; the mutex keeps writers apart.
final class Screen: Sendable {
    /// What the other end can do.
    struct Abilities: Sendable {
        /// The last line can be redrawn.
        var isInteractive = false
        /// Colours mean something there.
        var isColored = false
        /// Columns, asked for anew each time, as people resize windows.
        var width: @Sendable () -> Int = { 80 }
    }

    let abilities: Abilities
    private let write: @Sendable (String) -> Void
    /// The line in progress that stands on the screen, and what stands there of it.
    private let status = Mutex<String?>(nil)

    init(_ abilities: Abilities, write: @escaping @Sendable (String) -> Void) {
        self.abilities = abilities
        self.write = write
    }

    /// Standard output.
    static let standard = Screen(.ofStandardOutput) { FileHandle.standardOutput.write(Data($0.utf8)) }

    private static let clearLine = "\r\u{1B}[2K"

    /// Writes a line for good, above the line in progress. Its text is told as it is where words may not be broken.
    func say(_ line: String, isWrapped: Bool = true) {
        status.withLock { status in
            let isWide = abilities.isInteractive && isWrapped
            let text = isWide ? Wrapping.wrap(line, width: abilities.width()).joined(separator: "\n") : line
            write((status == nil ? "" : Self.clearLine) + text + "\n" + (status ?? ""))
        }
    }

    /// Draws the line in progress anew; nil takes it away. Nothing where lines cannot be redrawn.
    func show(_ line: String?) {
        guard abilities.isInteractive else { return }
        status.withLock { status in
            if status == line { return }
            write((status == nil ? "" : Self.clearLine) + (line ?? ""))
            status = line
        }
    }

    /// A text in a colour, where there are colours.
    func colored(_ text: String, _ color: Color) -> String {
        abilities.isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// By the numbers that terminals give them.
    enum Color: Int {
        case bold = 1
        case dim = 2
        case red = 31
        case green = 32
        case yellow = 33
    }
}

extension Screen.Abilities {
    static var ofStandardOutput: Self {
        of(isTerminal: isatty(STDOUT_FILENO) == 1, ProcessInfo.processInfo.environment) {
            var size = winsize()
            return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
        }
    }

    /// - Parameter columns: What the terminal says of its width; 0 where it says nothing.
    static func of(
        isTerminal: Bool, _ environment: [String: String], columns: @escaping @Sendable () -> Int
    ) -> Self {
        let isInteractive = isTerminal && environment["TERM"] != "dumb"
        let hasNoColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let fallback = environment["COLUMNS"].flatMap { Int($0) } ?? 80
        return Self(isInteractive: isInteractive, isColored: isInteractive && !hasNoColor) {
            let width = columns()
            return width > 0 ? width : fallback
        }
    }
}
