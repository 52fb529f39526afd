import { EventEmitter, once } from 'node:events';

/** WebSockets whose other end is the test. Each new one is told to whoever waits for it. */
export function wires() {
    const news = new EventEmitter();
    const all = [];
    class WebSocket {
        sent = [];
        isClosed = false;

        constructor(url, protocols) {
            Object.assign(this, { url, protocols });
            all.push(this);
            news.emit('wire', this);
        }

        send(text) {
            this.sent.push(JSON.parse(text));
        }

        close(code) {
            this.isClosed = true;
            this.closeCode = code;
        }

        /** Opens, and accepts the token. */
        greet() {
            this.onopen({});
            this.tell({ type: 'ready', heartbeat_seconds: 25, expires_at: null });
        }

        tell(event) {
            this.onmessage({ data: JSON.stringify(event) });
        }

        end(code) {
            this.onclose({ code });
        }

        /** What was sent, but for names of frames. */
        get frames() {
            return this.sent.map(({ ref, ...frame }) => frame);
        }
    }
    const next = () => once(news, 'wire').then(([wire]) => wire);
    return { WebSocket, all, next };
}

/** A clock that the test moves on: every wait is there to be ended, in the order in which they began. */
export function clock() {
    const waits = [];
    const sleep = (milliseconds, signal) =>
        new Promise((done, fail) => {
            const wait = { milliseconds, done, isOver: false };
            waits.push(wait);
            signal?.addEventListener('abort', () => {
                wait.isOver = true;
                fail(signal.reason);
            });
        });
    /** Ends the oldest wait of this length, and lets what follows from it happen. */
    const pass = async (milliseconds) => {
        const wait = waits.find((one) => !one.isOver && one.milliseconds === milliseconds);
        if (!wait) throw new Error(`nobody waits ${milliseconds} ms, but ${open()}`);
        wait.isOver = true;
        wait.done();
        await new Promise(setImmediate);
    };
    const open = () => waits.filter((one) => !one.isOver).map((one) => one.milliseconds);
    return { sleep, pass, open };
}
