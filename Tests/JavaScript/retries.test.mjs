import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Iris, IrisError } from '../../Sources/Generated/Client/JavaScript/iris.js';
import { ok, refusal, withPeer } from './peer.mjs';

const invitation = { email: 'grace@example.com', org_role: 'viewer' };

/** A client whose waits take no time; `waits` has their milliseconds. */
function clientOf(base, { random = 0, ...options } = {}) {
    const waits = [];
    const sleep = async (milliseconds) => void waits.push(milliseconds);
    return { iris: new Iris({ base, token: 'secret_token', sleep, random: () => random, ...options }), waits };
}

for (const status of [429, 503]) {
    test(`after ${status} it waits as long as the server says, and chance a little longer`, () =>
        withPeer([refusal(status, 'later', { 'retry-after': '7' }), ok('done')], async (base, requests) => {
            const { iris, waits } = clientOf(base, { random: 0.5 });
            assert.equal(await iris.getMe(), 'done');
            assert.deepEqual(waits, [7100]);
            assert.equal(requests.length, 2);
        }));
}

test('waits grow, are drawn by chance, and end after three calls', () =>
    withPeer([refusal(503, 'unavailable')], async (base, requests) => {
        const { iris, waits } = clientOf(base, { random: 0.5 });
        await assert.rejects(iris.getMe(), { code: 'unavailable', status: 503 });
        assert.deepEqual(waits, [100, 200]);
        assert.equal(requests.length, 3);
    }));

test('a wait of more than a minute is the caller\'s to decide on', () =>
    withPeer([refusal(429, 'rate_limited', { 'retry-after': '61' })], async (base, requests) => {
        const { iris, waits } = clientOf(base);
        await assert.rejects(iris.getMe(), { code: 'rate_limited', retryAfter: 61 });
        assert.deepEqual([waits, requests.length], [[], 1]);
    }));

test('a POST with an Idempotency-Key is sent again with the same key, another call with another', () =>
    withPeer([refusal(503, 'unavailable'), 'hang up', ok('invited')], async (base, requests) => {
        const { iris } = clientOf(base);
        assert.equal(await iris.inviteTeammate(invitation), 'invited');
        await iris.inviteTeammate(invitation);
        const keys = requests.map((one) => one.headers['idempotency-key']);
        assert.equal(keys.length, 4);
        assert.equal(new Set(keys.slice(0, 3)).size, 1);
        assert.notEqual(keys[3], keys[0]);
        assert.deepEqual(requests.map((one) => one.body), Array(4).fill(invitation));
    }));

test('a caller\'s own Idempotency-Key is used', () =>
    withPeer([ok()], async (base, requests) => {
        await clientOf(base).iris.inviteTeammate(invitation, { idempotencyKey: 'mine-1' });
        assert.equal(requests[0].headers['idempotency-key'], 'mine-1');
    }));

for (const [what, answer] of [
    ['503', refusal(503, 'unavailable')],
    ['a loss', 'hang up'],
]) {
    test(`what may have been done and cannot be told apart is never sent twice, after ${what}`, () =>
        withPeer([answer, ok()], async (base, requests) => {
            const { iris, waits } = clientOf(base);
            await assert.rejects(iris.login({ email: 'grace@example.com', password: 'p' }), IrisError);
            assert.deepEqual([waits, requests.length], [[], 1]);
        }));

    test(`a PATCH is not sent twice either, after ${what}`, () =>
        withPeer([answer, ok()], async (base, requests) => {
            const { iris, waits } = clientOf(base);
            await assert.rejects(iris.editMessage({ message_id: 'm', content: 'c' }), IrisError);
            assert.deepEqual([waits, requests.length], [[], 1]);
        }));
}

test('after 429 everything is sent again, as nothing was done', () =>
    withPeer([refusal(429, 'rate_limited', { 'retry-after': '1' }), ok('edited')], async (base, requests) => {
        const { iris, waits } = clientOf(base);
        assert.equal(await iris.editMessage({ message_id: 'm', content: 'c' }), 'edited');
        assert.deepEqual([waits, requests.length], [[1000], 2]);
    }));

for (const [method, call] of [
    ['GET', (iris) => iris.getMe()],
    ['DELETE', (iris) => iris.deleteInvitation({ invitation_id: 'i' })],
    ['PUT', (iris) => iris.putWidgetSettings({})],
]) {
    test(`a ${method} is sent again after a loss`, () =>
        withPeer(['hang up', ok('done')], async (base, requests) => {
            assert.equal(await call(clientOf(base).iris), 'done');
            assert.equal(requests.length, 2);
        }));
}

test('a refusal that time does not change is not asked for again', () =>
    withPeer([refusal(404, 'not_found')], async (base, requests) => {
        await assert.rejects(clientOf(base).iris.getMe(), { code: 'not_found' });
        assert.equal(requests.length, 1);
    }));

test('a signal ends a call that waits for its answer', () =>
    withPeer(['never'], async (base, requests, server) => {
        const stop = new AbortController();
        server.once('request', () => stop.abort(new Error('no longer wanted')));
        await assert.rejects(clientOf(base).iris.getMe({}, { signal: stop.signal }), { message: 'no longer wanted' });
        assert.equal(requests.length, 1);
    }));

test('a signal ends the wait between two calls', () =>
    withPeer([refusal(503, 'unavailable', { 'retry-after': '60' })], async (base, requests, server) => {
        const stop = new AbortController();
        const iris = new Iris({ base, token: 't' });
        const call = iris.getMe({}, { signal: stop.signal });
        server.once('request', (_, response) => response.once('close', () => stop.abort(new Error('enough'))));
        await assert.rejects(call, { message: 'enough' });
        assert.equal(requests.length, 1);
    }));

test('a signal that has already spoken lets nothing out', () =>
    withPeer([ok()], async (base, requests) => {
        const signal = AbortSignal.abort(new Error('never mind'));
        await assert.rejects(clientOf(base).iris.getMe({}, { signal }), { message: 'never mind' });
        assert.equal(requests.length, 0);
    }));
