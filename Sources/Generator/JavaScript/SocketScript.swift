/// The socket's part of the client: it comes back after losses, and goes on where it was.
enum SocketScript {
    static func text(client: String, _ plan: SocketPlan) -> String {
        let socket = plan.socket
        return #"""
            export class \#(client)Socket {
                #surroundings;
                #line;
                #losses = 0;
                #frames = 0;
                #handlers = new Map();
                #places = new Map();
                #over = new AbortController();

                constructor(surroundings) {
                    this.#surroundings = surroundings;
                    this.#connect();
                }

                get isReady() {
                    return this.#line?.isReady ?? false;
                }

                on(type, handler) {
                    const handlers = this.#handlers.get(type) ?? new Set();
                    this.#handlers.set(type, handlers.add(handler));
                    return () => void handlers.delete(handler);
                }

                async *[Symbol.asyncIterator]() {
                    const events = [];
                    let wake;
                    const stop = this.on('*', (event) => {
                        events.push(event);
                        wake?.();
                    });
                    try {
                        for (;;) {
                            while (events.length) yield events.shift();
                            if (this.#over.signal.aborted) return;
                            await new Promise((done) => (wake = done));
                        }
                    } finally {
                        stop();
                    }
                }

                send(frame, fields) {
                    return this.isReady ? this.#post(frame, fields) : undefined;
                }
            \#(subscription(plan))
                close() {
                    this.#end(1000);
                }

                #connect() {
                    const { WebSocket, base, token, sleep } = this.#surroundings;
                    const secret = token();
                    if (!secret) throw new TypeError('The socket needs a token.');
                    const wire = new WebSocket(base.replace(/^http/, 'ws') + \#(literal(socket.path)), \#(protocols(plan)));
                    const line = { wire, isReady: false, isHeard: false, isAsked: false, over: new AbortController() };
                    this.#line = line;
                    // What an earlier connection still has to say concerns nobody.
                    const own = (act) => (event) => line === this.#line && act(event);
                    wire.onopen = own(() => \#(opening(plan)));
                    wire.onmessage = own(({ data }) => this.#take(data));
                    wire.onclose = own(({ code }) => this.#lose(code));
                    wire.onerror = () => {};
                    this.#watch(line, sleep);
                }

                #connectAgain() {
                    if (this.#surroundings.token()) this.#connect();
                    else this.#end(1000);
                }

                #begin() {
                    this.#line.isReady = true;
                    for (const [key, place] of this.#places) this.#resume(key, place);
                }

                #post(type, fields) {
                    const ref = \#(ref(plan));
                    this.#line.wire.send(JSON.stringify({ ...fields, type, ref }));
                    return ref ?? '';
                }

                #take(data) {
                    let event;
                    try {
                        event = JSON.parse(data);
                    } catch {
                        return;
                    }
                    if (typeof event?.type !== 'string') return;
                    Object.assign(this.#line, { isHeard: true, isAsked: false });
                    \#(taking(plan))
                    this.#emit(event);
                }

                #emit(event) {
                    for (const handler of [...(this.#handlers.get(event.type) ?? []), ...(this.#handlers.get('*') ?? [])]) {
                        try {
                            handler(event);
                        } catch (error) {
                            // A handler's mistake is its own: it shows, and stops nothing here.
                            queueMicrotask(() => {
                                throw error;
                            });
                        }
                    }
                }

                // A connection on which nothing came for two beats is dead, whatever the machine thinks.
                async #watch(line, sleep) {
                    for (;;) {
                        line.isHeard = false;
                        await sleep(\#(socket.heartbeatSeconds * 1000), line.over.signal).catch(() => {});
                        if (line.over.signal.aborted) return;
                        if (line.isReady) this.#losses = 0;
                        if (line.isHeard) continue;
                        if (!line.isReady || line.isAsked) return this.#lose(1006);
                        \#(asking(plan))
                    }
                }

                #lose(code) {
                    const { close, mayRetry = true } = closes[code] ?? {};
                    if (!mayRetry) return this.#end(code);
                    const delay = Math.min(30000, 500 * 2 ** this.#losses) * (0.5 + this.#surroundings.random() / 2);
                    this.#losses += 1;
                    this.#drop();
                    this.#emit({ type: 'connectionLost', code, close, delay });
                    this.#surroundings.sleep(delay, this.#over.signal).then(
                        () => this.#over.signal.aborted || this.#connectAgain(),
                        () => {},
                    );
                }

                #drop(code) {
                    const line = this.#line;
                    this.#line = undefined;
                    line?.over.abort();
                    line?.wire.close(code);
                }

                #end(code) {
                    if (this.#over.signal.aborted) return;
                    this.#over.abort();
                    this.#drop(1000);
                    this.#emit({ type: 'connectionEnded', code, close: closes[code]?.close });
                }
            }

            for (const [method, frame] of Object.entries(frames)) {
                \#(client)Socket.prototype[method] = function (fields) {
                    return this.send(frame, fields);
                };
            }
            """#
    }

    private static func literal(_ text: String) -> String { JavaScriptNames.literal(text) }

    private static func protocols(_ plan: SocketPlan) -> String {
        let own = literal(plan.socket.subprotocol)
        guard case .subprotocol(let prefix) = plan.identification else { return "[\(own)]" }
        return "[\(own), \(literal(prefix)) + secret]"
    }

    private static func opening(_ plan: SocketPlan) -> String {
        guard case .frame(let name, let field, _) = plan.identification else { return "this.#begin()" }
        return "this.#post(\(literal(name)), { \(JavaScriptNames.property(field)): secret })"
    }

    private static func ref(_ plan: SocketPlan) -> String {
        plan.refPrefix.map { "`\($0)${(this.#frames += 1)}`" } ?? "undefined"
    }

    private static func asking(_ plan: SocketPlan) -> String {
        guard let ping = plan.ping else { return "// Nothing can be asked: the connection's own end must tell." }
        return """
            line.isAsked = true;
                        this.#post(\(literal(ping)));
            """
    }

    private static func taking(_ plan: SocketPlan) -> String {
        var lines: [String] = []
        if let subscription = plan.subscription {
            lines += [
                "const place = this.#places.get(event.\(subscription.key));",
                "if (place && replayed.includes(event.type)) {",
                "    if (event.\(subscription.place) <= place.last) return;",
                "    place.last = event.\(subscription.place);",
                "}",
            ]
            if let answer = subscription.answer, let newest = subscription.newest {
                lines.append("if (place && event.type === \(literal(answer))) place.last = event.\(newest);")
            }
        }
        if case .frame(_, _, let answer) = plan.identification {
            lines.append("if (event.type === \(literal(answer))) this.#begin();")
        }
        return lines.joined(separator: "\n        ")
    }

    private static func subscription(_ plan: SocketPlan) -> String {
        guard let subscription = plan.subscription else { return "\n    #resume() {}\n" }
        let (key, after) = (subscription.key, subscription.after)
        var text = """

                \(SwiftNames.lowerCamel(subscription.frame))(key, { \(after): last, ...others } = {}) {
                    const place = { last, others };
                    this.#places.set(key, place);
                    return this.isReady ? this.#resume(key, place) : undefined;
                }

                #resume(key, { last, others }) {
                    return this.#post(\(literal(subscription.frame)), { ...others, \(key): key, \(after): last });
                }

            """
        if let end = subscription.end {
            text += """

                    \(SwiftNames.lowerCamel(end))(key) {
                        this.#places.delete(key);
                        return this.send(\(literal(end)), { \(key): key });
                    }

                """
        }
        return text
    }
}
