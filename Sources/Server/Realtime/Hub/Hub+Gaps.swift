import Generated
import ServiceLifecycle

/// Places that do not come: their server died between commit and publishing, or is another one.
extension Hub: Service {
    /// Waits for missing places and fetches those that do not come, until the server stops.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await key in gaps.cancelOnGracefulShutdown() {
                group.addTask { await self.close(gapIn: key) }
            }
            group.cancelAll()
        }
    }

    private func close(gapIn key: ChannelKey) async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: patience) } catch { return }
            // Mostly the place has come by now.
            let delivered = withRoom(key) { room -> Int? in
                guard let delivered = room?.delivered, room?.lacksPlaces ?? false else {
                    room?.stopsWaiting()
                    return nil
                }
                return delivered
            }
            guard let delivered else { return }
            // While the database cannot be reached, posts cannot be made either: trying again is enough.
            guard let replay = try? await history.events(in: key, after: delivered, for: nil) else { continue }
            withRoom(key) { $0?.fill(with: replay) }
        }
    }

    /// Takes notice of how far a channel is, whoever has posted there.
    func notice(_ place: Int, in key: ChannelKey) { withRoom(key) { $0?.reach(place) } }
}
