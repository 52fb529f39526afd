import CCurl

/// What libcurl calls while it works, on the thread of the transfer whose pointer it was given.
enum TransferCallbacks {
    /// Gives libcurl more of the mail.
    static let read: curl_read_callback = { buffer, size, count, context in
        guard let transfer = transfer(context), let buffer else { return Int(CURL_READFUNC_ABORT) }
        let length = min(size * count, transfer.content.count - transfer.position)
        transfer.content.withUnsafeBytes { content in
            UnsafeMutableRawBufferPointer(start: buffer, count: length)
                .copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: content[transfer.position..<transfer.position + length]))
        }
        transfer.position += length
        return length
    }

    /// Hears a line of the server's. To return another length than the line's ends the transfer.
    static let reply: curl_write_callback = { line, size, count, context in
        guard let transfer = transfer(context), let line else { return 0 }
        let text = String(decoding: UnsafeRawBufferPointer(start: line, count: size * count), as: UTF8.self)
        return transfer.dialogue.received(line: text) ? size * count : 0
    }

    /// Hears of a command of ours.
    static let command: curl_debug_callback = { _, type, bytes, count, context in
        guard type == CURLINFO_HEADER_OUT, let transfer = transfer(context), let bytes else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: count)
        let verb = line.prefix(9).prefix { $0 > UInt8(ascii: " ") }
        transfer.dialogue.sent(verb: String(decoding: verb, as: UTF8.self))
        if transfer.dialogue.isLeaving, transfer.farewellEnd == nil {
            transfer.farewellEnd = .now + .seconds(2)
        }
        return 0
    }

    /// Ends the transfer if it is cancelled, and the farewell if it takes long: the server has all that we had for it.
    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let transfer = transfer(context) else { return 1 }
        if let end = transfer.farewellEnd, end < .now { return 1 }
        return transfer.cancellation.isCancelled ? 1 : 0
    }

    /// Takes what is nobody's.
    static let discard: curl_write_callback = { _, size, count, _ in size * count }

    private static func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}
