/// The part of the client that is the same for every contract: one call, its retries, and its errors.
enum ClientScript {
    static func text(client: String, hasSocket: Bool) -> String {
        #"""
        const wait = (milliseconds, signal) =>
            new Promise((done, fail) => {
                const stop = () => {
                    clearTimeout(timer);
                    fail(signal.reason);
                };
                const timer = setTimeout(() => {
                    signal?.removeEventListener('abort', stop);
                    done();
                }, milliseconds);
                signal?.addEventListener('abort', stop, { once: true });
            });

        export class \#(client)Error extends Error {
            constructor(operation, code, message, facts) {
                super(message);
                Object.assign(this, { name: '\#(client)Error', operation, code, status: 0, details: [] }, facts);
            }

            static is(error, operation) {
                return error instanceof \#(client)Error && error.operation === operation;
            }
        }

        export class \#(client) {
            #base;
            #token;
            #fetch;
            #sleep;
            #random;
            #attempts;

            constructor({ base, token, fetch, sleep = wait, random = Math.random, attempts = 3 } = {}) {
                this.#base = (base ?? globalThis.location.origin).replace(/\/+$/, '');
                this.token = token;
                this.#fetch = (...request) => (fetch ?? globalThis.fetch)(...request);
                this.#sleep = sleep;
                this.#random = random;
                this.#attempts = attempts;
            }

            // There is no way to read it, so that neither logs nor errors come to show it.
            set token(token) {
                if (token != null && !/^[\x21-\x7e]+$/.test(token)) throw new TypeError('This is no token.');
                this.#token = token;
            }

            async call(name, input, { signal, idempotencyKey } = {}) {
                const [method, target, traits = ''] = operations[name].split(' ');
                const [template, names] = target.split('?');
                const fields = { ...input };
                const take = (field) => {
                    const value = fields[field];
                    delete fields[field];
                    return value;
                };
                const path = template.replace(/{(\w+)}/g, (_, field) => {
                    const value = String(take(field) ?? '');
                    // Dots would be taken for a way up.
                    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} needs ${field}.`);
                    return encodeURIComponent(value);
                });
                const query = new URLSearchParams();
                for (const field of names?.split('&') ?? []) {
                    for (const value of [take(field) ?? []].flat()) query.append(field, value);
                }
                const headers = { accept: 'application/json' };
                const request = { method, headers, signal, redirect: 'error', credentials: 'omit' };
                if (traits.includes('b')) {
                    headers['content-type'] = 'application/json';
                    request.body = JSON.stringify(fields);
                }
                if (this.#token && !traits.includes('o')) {
                    const header = carriers.find(([prefix]) => this.#token.startsWith(prefix))?.[1];
                    headers[header ?? 'authorization'] = header ? this.#token : `Bearer ${this.#token}`;
                }
                const isKeyed = traits.includes('k');
                if (isKeyed) headers['idempotency-key'] = idempotencyKey ?? this.#key();
                const isRepeatable = isKeyed || ['GET', 'PUT', 'DELETE'].includes(method);
                const url = this.#base + path + (String(query) && `?${query}`);
                for (let attempt = 1; ; attempt += 1) {
                    signal?.throwIfAborted();
                    try {
                        return await this.#answer(name, traits.includes('p'), url, request);
                    } catch (error) {
                        const { code, status, retryAfter = 0 } = error;
                        const mayPass = code === 'no_answer' || [502, 503, 504].includes(status);
                        const mayRepeat = status === 429 || (isRepeatable && mayPass);
                        if (!mayRepeat || attempt >= this.#attempts || retryAfter > 60) throw error;
                        await this.#sleep(retryAfter * 1000 + 200 * 2 ** (attempt - 1) * this.#random(), signal);
                    }
                }
            }

            async *all(name, input, options) {
                let fields = input;
                for (;;) {
                    const page = await this.call(name, fields, options);
                    yield* page.data;
                    if (!page.has_more || page.next_cursor == null) return;
                    fields = { ...input, cursor: page.next_cursor };
                }
            }

        \#(hasSocket ? socketMethod(client) : "")    async #answer(name, isPaged, url, request) {
                let response;
                let text;
                try {
                    response = await this.#fetch(url, request);
                    text = await response.text();
                } catch (failure) {
                    request.signal?.throwIfAborted();
                    const reason = failure?.cause?.code;
                    throw new \#(client)Error(name, 'no_answer', `${name} got no answer${reason ? `: ${reason}` : ''}.`);
                }
                const { status, ok } = response;
                let reply;
                try {
                    reply = JSON.parse(text);
                } catch {
                    // What is no JSON is no answer of this contract.
                }
                if (ok && reply?.data !== undefined) {
                    const { data, next_cursor, has_more } = reply;
                    return isPaged ? { data, next_cursor, has_more } : data;
                }
                const { code, message, request_id, details = [] } = reply?.error ?? {};
                const seconds = Number.parseInt(response.headers.get('retry-after'), 10);
                throw new \#(client)Error(
                    name,
                    code ?? 'unexpected_reply',
                    message ?? `${name} was answered in another way than the contract's: status ${status}.`,
                    {
                        status,
                        details,
                        requestId: request_id ?? response.headers.get('x-request-id') ?? undefined,
                        retryAfter: seconds >= 0 ? seconds : undefined,
                    },
                );
            }

            // Pages without TLS and older engines have no UUIDs; a key must be new, and need not be a secret.
            #key() {
                const draw = () => Math.floor(Math.random() * 2 ** 48).toString(36);
                return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${draw()}-${draw()}`;
            }
        }

        for (const name of Object.keys(operations)) {
            \#(client).prototype[name] = function (input, options) {
                return this.call(name, input, options);
            };
        }
        """#
    }

    private static func socketMethod(_ client: String) -> String {
        #"""
            socket({ WebSocket = globalThis.WebSocket } = {}) {
                return new \#(client)Socket({
                    WebSocket,
                    base: this.#base,
                    token: () => this.#token,
                    sleep: this.#sleep,
                    random: this.#random,
                });
            }


        """#
    }
}
