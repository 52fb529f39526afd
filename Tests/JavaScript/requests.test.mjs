import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Iris } from '../../Sources/Generated/Client/JavaScript/iris.js';
import { operations } from './openapi.mjs';
import { ok, withPeer } from './peer.mjs';

test('the document has operations of every kind', () => {
    assert.ok(operations.length > 40);
    for (const trait of ['takesKey', 'isOpen', 'body', 'isPaged']) {
        assert.ok(operations.some((one) => one[trait]) && operations.some((one) => !one[trait]), trait);
    }
});

for (const operation of operations) {
    test(`${operation.name} is asked for as openapi.json says`, () =>
        withPeer([{ json: { data: ['answer'], next_cursor: 'c', has_more: true } }], async (base, requests) => {
            const iris = new Iris({ base, token: 'iris_test_token' });
            const reply = await iris[operation.name]({ ...operation.path, ...operation.query, ...operation.body });
            assert.equal(requests.length, 1);
            const [request] = requests;
            assert.equal(request.method, operation.method);
            assert.equal(request.path, operation.template.replace(/{(\w+)}/g, (_, name) => operation.path[name]));
            const query = Object.entries(operation.query).map(([name, value]) => [name, String(value)]);
            assert.deepEqual(request.query, Object.fromEntries(query));
            assert.deepEqual(request.body, operation.body);
            assert.equal(request.headers['content-type'], operation.body && 'application/json');
            assert.equal(request.headers.accept, 'application/json');
            assert.equal(request.headers.authorization, operation.isOpen ? undefined : 'Bearer iris_test_token');
            assert.equal('idempotency-key' in request.headers, operation.takesKey);
            assert.ok(!request.target.includes('iris_test_token'));
            const page = { data: ['answer'], next_cursor: 'c', has_more: true };
            assert.deepEqual(reply, operation.isPaged ? page : ['answer']);
        }));
}

test('values of paths and queries are encoded, and no path leads elsewhere', () =>
    withPeer([ok()], async (base, requests) => {
        const iris = new Iris({ base: `${base}/` });
        await iris.getChannel({ channel_id: 'a/b?c' });
        await iris.checkHandle({ slug: 'ü&x=1' });
        assert.equal(requests[0].target, '/api/product/v1/channels/a%2Fb%3Fc');
        assert.deepEqual(requests[1].query, { slug: 'ü&x=1' });
        for (const channel_id of [undefined, null, '', '.', '..']) {
            await assert.rejects(iris.getChannel({ channel_id }), new TypeError('getChannel needs channel_id.'));
        }
        assert.equal(requests.length, 2);
    }));

test('a list is read to its end, page by page', () =>
    withPeer(
        [
            { json: { data: [1, 2], next_cursor: 'more', has_more: true } },
            { json: { data: [3], next_cursor: null, has_more: false } },
        ],
        async (base, requests) => {
            const iris = new Iris({ base, token: 't' });
            const seen = [];
            for await (const message of iris.all('listMessages', { channel_id: 'c', limit: 2 })) seen.push(message);
            assert.deepEqual(seen, [1, 2, 3]);
            assert.deepEqual(requests.map((one) => one.query), [{ limit: '2' }, { limit: '2', cursor: 'more' }]);
        },
    ));
