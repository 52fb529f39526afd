import http from 'node:http';
import { once } from 'node:events';

/** A server on the loopback that remembers what it was asked, and gives the test's answers, the last one for ever. */
export async function withPeer(answers, body) {
    const requests = [];
    const server = http.createServer(async (request, response) => {
        const pieces = [];
        for await (const piece of request) pieces.push(piece);
        const { pathname, searchParams } = new URL(request.url, 'http://peer');
        const text = Buffer.concat(pieces).toString();
        requests.push({
            method: request.method,
            target: request.url,
            path: pathname,
            query: Object.fromEntries(searchParams),
            headers: request.headers,
            text,
            body: text ? JSON.parse(text) : undefined,
        });
        const answer = answers[Math.min(requests.length, answers.length) - 1];
        if (answer === 'hang up') return request.socket.destroy();
        if (answer === 'never') return;
        const { status = 200, headers = {}, json, text: plain } = answer;
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(plain ?? JSON.stringify(json));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
        return await body(`http://127.0.0.1:${server.address().port}`, requests, server);
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

export const ok = (data = {}) => ({ json: { data } });

export const refusal = (status, code, headers = {}) => ({
    status,
    headers,
    json: { error: { code, message: 'In plain words.', request_id: '01890a5d-ac96-774b-bcce-b302099a8057' } },
});
