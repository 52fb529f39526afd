import Contract

/// A picture of which kind of token opens which section.
enum PagePicture {
    private static let (row, box, width) = (46, 32, 640)

    static func picture(_ contract: Contract) -> HTMLNode {
        let sections = contract.sections.filter { !$0.operations.isEmpty }
        let callers = ["public"] + contract.credentials.map(\.name)
        let height = max(sections.count, callers.count) * row
        // The fewer callers stand in the middle of the height of the sections.
        let top = (height - callers.count * row) / 2
        let lines = sections.enumerated().flatMap { index, section in
            callers.enumerated().filter { isOpen(section, to: $0.element) }.map { caller in
                line(from: top + caller.offset * row + box / 2, to: index * row + box / 2)
            }
        }
        let left = callers.enumerated().map { index, name in
            shape(x: 0, y: top + index * row, width: 150, text: name == "public" ? name : "\(name) token")
        }
        let right = sections.enumerated().map { index, section in
            shape(
                x: 330, y: index * row, width: 309, text: section.title,
                note: "\(section.operations.count) operation\(section.operations.count == 1 ? "" : "s")")
        }
        let words = "Which kind of token opens which section of the API"
        return .element(
            .svg, ["viewBox": "0 0 \(width) \(height)", "width": "\(width)", "role": "img", "aria-label": words],
            lines + (left + right).joined())
    }

    private static func isOpen(_ section: Section, to caller: String) -> Bool {
        section.operations.contains { operation in
            caller == "public"
                ? operation.access == .anyone
                : operation.access.requirements.contains { $0.credential == caller }
        }
    }

    private static func line(from start: Int, to end: Int) -> HTMLNode {
        .element(.path, ["d": "M151 \(start)C240 \(start) 240 \(end) 329 \(end)"])
    }

    private static func shape(x: Int, y: Int, width: Int, text: String, note: String? = nil) -> [HTMLNode] {
        let baseline = "\(y + box / 2 + 5)"
        let note = note.map { note in
            HTMLNode.element(
                .text, ["class": "quiet", "x": "\(x + width - 12)", "y": baseline, "text-anchor": "end"],
                [.text(note)])
        }
        return [
            .element(.rect, ["x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(box)", "rx": "6"]),
            .element(.text, ["x": "\(x + 12)", "y": baseline], [.text(text)]),
        ] + [note].compactMap { $0 }
    }
}
