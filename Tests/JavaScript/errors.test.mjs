import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import { Iris, IrisError } from '../../Sources/Generated/Client/JavaScript/iris.js';
import { refusal, withPeer } from './peer.mjs';

const token = 'iris_chat_VerySecretIndeed';
const sleep = async () => {};
const failure = (call) => call.then(() => assert.fail('it was not refused'), (error) => error);

test('a refusal has all that the server said', () => {
    const details = [{ pointer: '/email', code: 'format', message: 'It is not an email address.' }];
    const answer = refusal(422, 'invalid_request', { 'retry-after': '3' });
    answer.json.error.details = details;
    return withPeer([answer], async (base) => {
        const error = await failure(new Iris({ base, token }).inviteTeammate({ email: 'x', org_role: 'viewer' }));
        assert.ok(error instanceof IrisError && error instanceof Error);
        assert.ok(IrisError.is(error, 'inviteTeammate') && !IrisError.is(error, 'getMe'));
        assert.ok(!IrisError.is(new Error('another'), 'inviteTeammate'));
        const { name, message, operation, code, status, requestId, retryAfter } = error;
        assert.deepEqual(
            { name, message, operation, code, status, requestId, retryAfter },
            {
                name: 'IrisError',
                message: 'In plain words.',
                operation: 'inviteTeammate',
                code: 'invalid_request',
                status: 422,
                requestId: '01890a5d-ac96-774b-bcce-b302099a8057',
                retryAfter: 3,
            },
        );
        assert.deepEqual(error.details, details);
    });
});

for (const [what, answer, status] of [
    ['a page of a proxy', { status: 502, text: '<h1>Bad gateway</h1>', headers: { 'x-request-id': 'r-1' } }, 502],
    ['a success without data', { status: 200, json: {} }, 200],
    ['a success that is no JSON', { status: 200, text: 'fine' }, 200],
    ['null', { status: 200, text: 'null' }, 200],
]) {
    test(`${what} is no reply of the contract`, () =>
        withPeer([answer], async (base) => {
            const error = await failure(new Iris({ base, sleep }).getMe());
            assert.deepEqual([error.code, error.status, error.details], ['unexpected_reply', status, []]);
            assert.equal(error.requestId, answer.headers?.['x-request-id']);
        }));
}

test('where nobody listens there is no answer', async () => {
    const base = await withPeer([], (address) => address);
    const error = await failure(new Iris({ base, sleep }).getMe());
    assert.deepEqual([error.code, error.status], ['no_answer', 0]);
    assert.match(error.message, /ECONNREFUSED/);
});

test('nothing that can be printed has the token in it', async () => {
    const dead = await withPeer([], (address) => address);
    await withPeer([refusal(401, 'unauthenticated')], async (base) => {
        for (const iris of [new Iris({ base, token, sleep }), new Iris({ base: dead, token, sleep })]) {
            const error = await failure(iris.getMe());
            const printed = [iris, error].map((one) => inspect(one, { depth: 9, showHidden: true }));
            const all = [...printed, JSON.stringify(iris), JSON.stringify(error), error.stack].join('\n');
            assert.ok(!all.includes('VerySecret'), all);
            assert.equal(iris.token, undefined);
        }
    });
});

test('what no header can carry is no token, and is not shown', () => {
    for (const bad of [`${token}\nx`, `${token} `, `${token}ü`, '']) {
        assert.throws(() => new Iris({ base: 'http://x', token: bad }), new TypeError('This is no token.'));
    }
});

test('the token can be exchanged', () =>
    withPeer([{ json: { data: 1 } }], async (base, requests) => {
        const iris = new Iris({ base, token: 'one' });
        await iris.getMe();
        iris.token = 'two';
        await iris.getMe();
        iris.token = null;
        await iris.getMe();
        assert.deepEqual(requests.map((one) => one.headers.authorization), ['Bearer one', 'Bearer two', undefined]);
    }));
