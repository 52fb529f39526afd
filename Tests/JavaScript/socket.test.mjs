import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Iris } from '../../Sources/Generated/Client/JavaScript/iris.js';
import { clock, wires } from './wires.mjs';

const beat = 25000;
const message = (seq, channel_id = 'a', type = 'message.created') => ({ type, channel_id, seq, message: {} });

/** A socket with its first wire, and all that it tells of. */
function opened({ base = 'https://api.example.com/', random = 1 } = {}) {
    const { WebSocket, all } = wires();
    const time = clock();
    const iris = new Iris({ base, token: 'iris_chat_1', sleep: time.sleep, random: () => random });
    const socket = iris.socket({ WebSocket });
    const heard = [];
    socket.on('*', (event) => heard.push(event));
    return { iris, socket, all, heard, ...time, get wire() { return all.at(-1); } };
}

test('it connects where the contract says, and the token stands in the first frame alone', () => {
    const stage = opened();
    const { url, protocols } = stage.wire;
    assert.deepEqual([url, protocols], ['wss://api.example.com/ws', ['iris.v1']]);
    stage.socket.subscribe('a');
    assert.deepEqual(stage.wire.sent, []);
    stage.wire.onopen({});
    assert.deepEqual(stage.wire.frames, [{ type: 'auth', token: 'iris_chat_1' }]);
    assert.equal(stage.socket.isReady, false);
    assert.equal(stage.socket.typing({ channel_id: 'a', is_typing: true }), undefined);
    assert.equal(stage.wire.sent.length, 1);
});

test('without a token, and without a WebSocket, there is no socket', () => {
    assert.throws(() => new Iris({ base: 'http://x' }).socket({ WebSocket: wires().WebSocket }), TypeError);
    assert.throws(() => new Iris({ base: 'http://x', token: 't' }).socket({ WebSocket: null }), TypeError);
});

test('once it is ready, frames go out under names of their own', () => {
    const stage = opened({ base: 'http://localhost:8080' });
    assert.equal(stage.wire.url, 'ws://localhost:8080/ws');
    stage.wire.greet();
    const refs = [
        stage.socket.typing({ channel_id: 'a', is_typing: true }),
        stage.socket.read({ channel_id: 'a', seq: 4 }),
        stage.socket.presence({ state: 'away' }),
        stage.socket.ping(),
    ];
    assert.deepEqual(stage.wire.frames.slice(1), [
        { type: 'typing', channel_id: 'a', is_typing: true },
        { type: 'read', channel_id: 'a', seq: 4 },
        { type: 'presence', state: 'away' },
        { type: 'ping' },
    ]);
    assert.deepEqual(stage.wire.sent.slice(1).map((frame) => frame.ref), refs);
    assert.equal(new Set(refs).size, 4);
});

test('events reach those who asked for them, until they have enough', () => {
    const stage = opened();
    const seen = [];
    const stop = stage.socket.on('typing.changed', (event) => seen.push(event.is_typing));
    stage.wire.greet();
    stage.wire.tell({ type: 'typing.changed', channel_id: 'a', is_typing: true });
    stage.wire.onmessage({ data: 'no JSON' });
    stage.wire.onmessage({ data: 'null' });
    stage.wire.tell({ type: 'something.new', x: 1 });
    stop();
    stage.wire.tell({ type: 'typing.changed', channel_id: 'a', is_typing: false });
    assert.deepEqual(seen, [true]);
    const types = ['ready', 'typing.changed', 'something.new', 'typing.changed'];
    assert.deepEqual(stage.heard.map((event) => event.type), types);
});

test('after a loss it asks for what came since the last place of each channel, and tells nothing twice', async () => {
    const stage = opened();
    stage.socket.subscribe('a');
    stage.socket.subscribe('b', { after_seq: 7 });
    stage.wire.greet();
    assert.deepEqual(stage.wire.frames.slice(1), [
        { type: 'subscribe', channel_id: 'a' },
        { type: 'subscribe', channel_id: 'b', after_seq: 7 },
    ]);
    stage.wire.tell({ type: 'subscribed', channel_id: 'a', last_seq: 3, recovered: true });
    stage.wire.tell(message(8, 'b'));
    stage.wire.tell({ type: 'subscribed', channel_id: 'b', last_seq: 8, recovered: true });
    stage.wire.tell(message(4));
    stage.wire.tell(message(5, 'a', 'message.updated'));
    const lost = stage.wire;
    lost.end(1006);
    assert.deepEqual(stage.heard.at(-1), { type: 'connectionLost', code: 1006, close: undefined, delay: 500 });
    await stage.pass(500);
    assert.notEqual(stage.wire, lost);
    stage.wire.greet();
    assert.deepEqual(stage.wire.frames, [
        { type: 'auth', token: 'iris_chat_1' },
        { type: 'subscribe', channel_id: 'a', after_seq: 5 },
        { type: 'subscribe', channel_id: 'b', after_seq: 8 },
    ]);
    stage.heard.length = 0;
    stage.wire.tell(message(5, 'a', 'message.updated'));
    stage.wire.tell(message(6, 'a', 'message.deleted'));
    stage.wire.tell(message(6, 'a', 'message.deleted'));
    stage.wire.tell(message(8, 'b'));
    stage.wire.tell(message(9, 'b'));
    assert.deepEqual(stage.heard.map((event) => [event.channel_id, event.seq]), [['a', 6], ['b', 9]]);
});

test('where too much was missed it says so, and counts from the newest place', async () => {
    const stage = opened();
    const recovered = [];
    stage.socket.on('subscribed', (event) => recovered.push(event.recovered));
    stage.socket.subscribe('a', { after_seq: 1 });
    stage.wire.greet();
    stage.wire.tell({ type: 'subscribed', channel_id: 'a', last_seq: 900, recovered: false });
    assert.deepEqual(recovered, [false]);
    stage.wire.end(1001);
    await stage.pass(500);
    stage.wire.greet();
    assert.deepEqual(stage.wire.frames.at(-1), { type: 'subscribe', channel_id: 'a', after_seq: 900 });
});

test('what nobody is subscribed to any more is not asked for again', async () => {
    const stage = opened();
    stage.wire.greet();
    stage.socket.subscribe('a');
    stage.socket.unsubscribe('a');
    assert.deepEqual(stage.wire.frames.at(-1), { type: 'unsubscribe', channel_id: 'a' });
    stage.wire.end(1006);
    await stage.pass(500);
    stage.wire.greet();
    assert.deepEqual(stage.wire.frames.map((frame) => frame.type), ['auth']);
});

for (const code of [1001, 1005, 1006, 1011, 1013, 4409, 4429, 4430, 4431, 4999]) {
    test(`after a close with ${code} it connects again`, async () => {
        const stage = opened();
        stage.wire.greet();
        stage.wire.end(code);
        await stage.pass(500);
        assert.equal(stage.all.length, 2);
    });
}

for (const [code, close] of [
    [1002, 'protocol_error'],
    [1009, 'message_too_big'],
    [4401, 'unauthenticated'],
    [4403, 'forbidden'],
    [4408, 'auth_timeout'],
    [4410, 'session_ended'],
]) {
    test(`after a close with ${code} it does not`, async () => {
        const stage = opened();
        stage.wire.greet();
        stage.wire.end(code);
        assert.deepEqual(stage.heard.at(-1), { type: 'connectionEnded', code, close });
        await new Promise(setImmediate);
        assert.deepEqual([stage.all.length, stage.open()], [1, []]);
    });
}

test('delays grow up to half a minute, are spread by chance, and begin anew once a connection has held', async () => {
    const stage = opened({ random: 0 });
    const delays = [];
    stage.socket.on('connectionLost', ({ delay }) => delays.push(delay));
    for (let loss = 0; loss < 8; loss += 1) {
        stage.wire.end(1006);
        await stage.pass(delays.at(-1));
    }
    assert.deepEqual(delays, [250, 500, 1000, 2000, 4000, 8000, 15000, 15000]);
    stage.wire.greet();
    stage.wire.end(1006);
    assert.equal(delays.at(-1), 15000);
    await stage.pass(15000);
    stage.wire.greet();
    await stage.pass(beat);
    stage.wire.end(1006);
    assert.equal(delays.at(-1), 250);
});

test('the token of the moment is the one that is presented', async () => {
    const stage = opened();
    stage.wire.greet();
    stage.iris.token = 'iris_chat_2';
    stage.wire.end(1006);
    await stage.pass(500);
    stage.wire.greet();
    assert.equal(stage.wire.sent[0].token, 'iris_chat_2');
    stage.iris.token = null;
    stage.wire.end(1006);
    await stage.pass(1000);
    assert.equal(stage.heard.at(-1).type, 'connectionEnded');
    assert.equal(stage.all.length, 2);
});

test('silence is asked about, and a connection that stays silent is given up', async () => {
    const stage = opened();
    stage.wire.greet();
    await stage.pass(beat);
    assert.equal(stage.wire.frames.length, 1);
    await stage.pass(beat);
    assert.equal(stage.wire.frames.at(-1).type, 'ping');
    stage.wire.tell({ type: 'pong' });
    await stage.pass(beat);
    await stage.pass(beat);
    assert.equal(stage.wire.frames.at(-1).type, 'ping');
    const { wire } = stage;
    await stage.pass(beat);
    assert.ok(wire.isClosed);
    assert.deepEqual([stage.heard.at(-1).type, stage.heard.at(-1).code], ['connectionLost', 1006]);
    const heard = stage.heard.length;
    wire.tell(message(1));
    wire.end(4401);
    assert.equal(stage.heard.length, heard);
    await stage.pass(500);
    assert.equal(stage.all.length, 2);
});

test('a connection that never comes about is given up', async () => {
    const stage = opened();
    await stage.pass(beat);
    assert.deepEqual([stage.wire.isClosed, stage.heard.at(-1).type], [true, 'connectionLost']);
});

test('close ends it for good, and nothing goes on in the background', async () => {
    const stage = opened();
    stage.wire.greet();
    stage.socket.close();
    stage.socket.close();
    assert.deepEqual([stage.wire.isClosed, stage.wire.closeCode], [true, 1000]);
    stage.wire.end(1000);
    await new Promise(setImmediate);
    assert.deepEqual(stage.heard.map((event) => event.type), ['ready', 'connectionEnded']);
    assert.deepEqual([stage.all.length, stage.open()], [1, []]);
    const waiting = opened();
    waiting.wire.end(1006);
    waiting.socket.close();
    await new Promise(setImmediate);
    assert.deepEqual([waiting.all.length, waiting.open()], [1, []]);
});

test('as a sequence it gives every event, and ends with the socket', async () => {
    const stage = opened();
    const types = [];
    const reading = (async () => {
        for await (const event of stage.socket) types.push(event.type);
    })();
    await new Promise(setImmediate);
    stage.wire.greet();
    stage.wire.tell(message(1));
    await new Promise(setImmediate);
    stage.wire.end(4410);
    await reading;
    assert.deepEqual(types, ['ready', 'message.created', 'connectionEnded']);
});

test('a handler that fails stops nobody else, and its mistake is not swallowed', (t) => {
    const later = [];
    t.mock.method(globalThis, 'queueMicrotask', (act) => later.push(act));
    const stage = opened();
    stage.socket.on('pong', () => {
        throw new Error('my mistake');
    });
    stage.wire.greet();
    stage.wire.tell({ type: 'pong' });
    assert.equal(stage.heard.at(-1).type, 'pong');
    assert.equal(later.length, 1);
    assert.throws(later[0], { message: 'my mistake' });
});
