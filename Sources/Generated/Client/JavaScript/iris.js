// Generated from spec/ by `make generate`. Edit the spec, not this file.

// Method, path and query; b: takes a body, k: takes an Idempotency-Key, o: open to anyone, p: is paged.
const operations = {
    checkHealth: 'GET /healthz o',
    checkReadiness: 'GET /readyz o',
    checkHandle: 'GET /api/v1/signup/slug-available?slug o',
    signUp: 'POST /api/v1/signup bo',
    verifySignup: 'POST /api/v1/signup/verify bo',
    resendVerification: 'POST /api/v1/signup/resend bo',
    login: 'POST /api/v1/owner/login bo',
    logout: 'POST /api/v1/owner/logout k',
    getMe: 'GET /api/v1/owner/me',
    forgotPassword: 'POST /api/v1/owner/password/forgot bo',
    resetPassword: 'POST /api/v1/owner/password/reset bo',
    inviteTeammate: 'POST /api/v1/admin/team/invites bk',
    acceptInvitation: 'POST /api/v1/team/accept bo',
    listMembers: 'GET /api/v1/admin/team/members',
    listInvitations: 'GET /api/v1/admin/team/invites',
    resendInvitation: 'POST /api/v1/admin/team/invites/{invitation_id}/resend k',
    deleteInvitation: 'DELETE /api/v1/admin/team/invites/{invitation_id}',
    changeMember: 'PATCH /api/v1/admin/team/members/{user_id} b',
    removeMember: 'DELETE /api/v1/admin/team/members/{user_id}',
    createKey: 'POST /api/v1/admin/keys bk',
    listKeys: 'GET /api/v1/admin/keys',
    rotateKey: 'POST /api/v1/admin/keys/{key_id}/rotate bk',
    revokeKey: 'DELETE /api/v1/admin/keys/{key_id}',
    getBranding: 'GET /api/v1/widget-config?tenant_id o',
    getWidgetSettings: 'GET /api/v1/admin/widget-config',
    putWidgetSettings: 'PUT /api/v1/admin/widget-config b',
    introspectKey: 'GET /api/product/v1/me',
    openChatSession: 'POST /api/product/v1/sessions bk',
    createChannel: 'POST /api/product/v1/channels bk',
    listChannels: 'GET /api/product/v1/channels?limit&cursor p',
    getChannel: 'GET /api/product/v1/channels/{channel_id}',
    changeChannel: 'PATCH /api/product/v1/channels/{channel_id} b',
    archiveChannel: 'POST /api/product/v1/channels/{channel_id}/archive k',
    unarchiveChannel: 'POST /api/product/v1/channels/{channel_id}/unarchive k',
    listChannelMembers: 'GET /api/product/v1/channels/{channel_id}/members',
    addChannelMember: 'POST /api/product/v1/channels/{channel_id}/members bk',
    changeChannelMember: 'PATCH /api/product/v1/channels/{channel_id}/members/{user_id} b',
    removeChannelMember: 'DELETE /api/product/v1/channels/{channel_id}/members/{user_id}',
    postMessage: 'POST /api/product/v1/channels/{channel_id}/messages bk',
    listMessages: 'GET /api/product/v1/channels/{channel_id}/messages?limit&cursor&order&after_seq p',
    getMessage: 'GET /api/product/v1/messages/{message_id}',
    changeMessage: 'PATCH /api/product/v1/messages/{message_id} b',
    deleteMessage: 'DELETE /api/product/v1/messages/{message_id}',
    markRead: 'POST /api/product/v1/channels/{channel_id}/read bk',
    showTyping: 'POST /api/product/v1/channels/{channel_id}/typing bk',
    getWorkspace: 'GET /api/v1/admin/workspace',
    closeWorkspace: 'POST /api/v1/admin/workspace/close bk',
    getUsage: 'GET /api/v1/admin/usage?from&to',
    getRetentionPolicy: 'GET /api/v1/admin/retention-policy',
    putRetentionPolicy: 'PUT /api/v1/admin/retention-policy b',
    listAudit: 'GET /api/v1/admin/audit?limit&cursor&action p',
    exportAudit: 'GET /api/v1/admin/audit/export?limit&cursor p',
    listFailedMails: 'GET /api/v1/admin/mails/failed',
    openGuestSession: 'POST /api/v1/session/guest bo',
    getChatSession: 'GET /api/v1/session',
    refreshChatSession: 'POST /api/v1/session/refresh k',
    endChatSession: 'DELETE /api/v1/session',
    listConversations: 'GET /api/v1/channels?limit&cursor p',
    getConversation: 'GET /api/v1/channels/{channel_id}',
    sendMessage: 'POST /api/v1/channels/{channel_id}/messages bk',
    readMessages: 'GET /api/v1/channels/{channel_id}/messages?limit&cursor&order&after_seq p',
    editMessage: 'PATCH /api/v1/messages/{message_id} b',
    withdrawMessage: 'DELETE /api/v1/messages/{message_id}',
    markConversationRead: 'POST /api/v1/channels/{channel_id}/read bk',
    showConversationTyping: 'POST /api/v1/channels/{channel_id}/typing bk',
}

// Tokens that begin so do not travel as bearers, but in a header of their own.
const carriers = [];

const closes = {
    1001: { close: 'going_away', mayRetry: true },
    1002: { close: 'protocol_error', mayRetry: false },
    1003: { close: 'unsupported_data', mayRetry: false },
    1007: { close: 'invalid_text', mayRetry: false },
    1009: { close: 'message_too_big', mayRetry: false },
    1011: { close: 'internal', mayRetry: true },
    1013: { close: 'try_again_later', mayRetry: true },
    4400: { close: 'bad_frame', mayRetry: false },
    4401: { close: 'unauthenticated', mayRetry: false },
    4403: { close: 'forbidden', mayRetry: false },
    4408: { close: 'auth_timeout', mayRetry: false },
    4409: { close: 'role_changed', mayRetry: true },
    4410: { close: 'session_ended', mayRetry: false },
    4429: { close: 'too_many_frames', mayRetry: true },
    4431: { close: 'too_many_sockets', mayRetry: true },
    4430: { close: 'slow_consumer', mayRetry: true },
};
const replayed = ['message.created', 'message.updated', 'message.deleted'];
const frames = {
    typing: 'typing',
    read: 'read',
    presence: 'presence',
    ping: 'ping',
};

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

export class IrisError extends Error {
    constructor(operation, code, message, facts) {
        super(message);
        Object.assign(this, { name: 'IrisError', operation, code, status: 0, details: [] }, facts);
    }

    static is(error, operation) {
        return error instanceof IrisError && error.operation === operation;
    }
}

export class Iris {
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

    socket({ WebSocket = globalThis.WebSocket } = {}) {
        return new IrisSocket({
            WebSocket,
            base: this.#base,
            token: () => this.#token,
            sleep: this.#sleep,
            random: this.#random,
        });
    }

    async #answer(name, isPaged, url, request) {
        let response;
        let text;
        try {
            response = await this.#fetch(url, request);
            text = await response.text();
        } catch (failure) {
            request.signal?.throwIfAborted();
            const reason = failure?.cause?.code;
            throw new IrisError(name, 'no_answer', `${name} got no answer${reason ? `: ${reason}` : ''}.`);
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
        throw new IrisError(
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
    Iris.prototype[name] = function (input, options) {
        return this.call(name, input, options);
    };
}

export class IrisSocket {
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

    subscribe(key, { after_seq: last, ...others } = {}) {
        const place = { last, others };
        this.#places.set(key, place);
        return this.isReady ? this.#resume(key, place) : undefined;
    }

    #resume(key, { last, others }) {
        return this.#post('subscribe', { ...others, channel_id: key, after_seq: last });
    }

    unsubscribe(key) {
        this.#places.delete(key);
        return this.send('unsubscribe', { channel_id: key });
    }

    close() {
        this.#end(1000);
    }

    #connect() {
        const { WebSocket, base, token, sleep } = this.#surroundings;
        const secret = token();
        if (!secret) throw new TypeError('The socket needs a token.');
        const wire = new WebSocket(base.replace(/^http/, 'ws') + '/ws', ['iris.v1']);
        const line = { wire, isReady: false, isHeard: false, isAsked: false, over: new AbortController() };
        this.#line = line;
        // What an earlier connection still has to say concerns nobody.
        const own = (act) => (event) => line === this.#line && act(event);
        wire.onopen = own(() => this.#post('auth', { token: secret }));
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
        const ref = `f-${(this.#frames += 1)}`;
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
        const place = this.#places.get(event.channel_id);
        if (place && replayed.includes(event.type)) {
            if (event.seq <= place.last) return;
            place.last = event.seq;
        }
        if (place && event.type === 'subscribed') place.last = event.last_seq;
        if (event.type === 'ready') this.#begin();
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
            await sleep(25000, line.over.signal).catch(() => {});
            if (line.over.signal.aborted) return;
            if (line.isReady) this.#losses = 0;
            if (line.isHeard) continue;
            if (!line.isReady || line.isAsked) return this.#lose(1006);
            line.isAsked = true;
            this.#post('ping');
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
    IrisSocket.prototype[method] = function (fields) {
        return this.send(frame, fields);
    };
}
