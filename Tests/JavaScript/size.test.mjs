import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

test('the client leaves a widget of 15 KB room for itself: it has 6 KB at most behind gzip', () => {
    const script = readFileSync(new URL('../../Sources/Generated/Client/JavaScript/iris.js', import.meta.url));
    assert.ok(gzipSync(script, { level: 9 }).length <= 6 * 1024);
});
