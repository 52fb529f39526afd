import NIOCore

/// The messages of one client, in order, for one consumer. It ends when the connection does.
///
/// While the consumer is busy the socket is not read, so a client cannot make the server hoard its messages.
public struct WebSocketMessages: AsyncSequence, Sendable {
    public typealias Element = WebSocketMessage
    public typealias Failure = Never

    typealias Producer = NIOAsyncSequenceProducer<
        WebSocketMessage, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, Demand
    >

    let producer: Producer

    /// May be called once.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: producer.makeAsyncIterator()) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let base: Producer.AsyncIterator

        public mutating func next() async -> WebSocketMessage? { await base.next() }
    }

    /// Carries the consumer's wish for more to the event loop.
    struct Demand: NIOAsyncSequenceProducerDelegate {
        let eventLoop: any EventLoop
        let handler: NIOLoopBound<WebSocketHandler>

        func produceMore() { eventLoop.execute { handler.value.resumeReading() } }
        /// Without a consumer messages are thrown away, and control frames are still answered.
        func didTerminate() { eventLoop.execute { handler.value.consumerLeft() } }
    }
}
