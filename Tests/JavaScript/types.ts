// A program that the declarations must accept, with mistakes that they must find. It is checked and never run.
import {
    Iris, IrisError, InviteTeammateErrorCode, Invitation, Message, Page, SocketEvent, OrgRole,
} from '../../Sources/Generated/Client/JavaScript/iris';

const iris = new Iris({ base: 'https://api.example.com', token: 'iris_sk_example' });

export async function calls(signal: AbortSignal): Promise<void> {
    const invited = { email: 'grace@example.com', org_role: 'viewer' } as const;
    const invitation: Invitation = await iris.inviteTeammate(invited, { signal });
    const expiry: string = invitation.expires_at;
    // @ts-expect-error: nobody is invited to be the owner
    await iris.inviteTeammate({ email: 'grace@example.com', org_role: 'owner' });
    // @ts-expect-error: a field is missing
    await iris.inviteTeammate({ email: 'grace@example.com' });
    // @ts-expect-error: there is no such field
    await iris.inviteTeammate({ email: 'grace@example.com', org_role: 'viewer', role: 'admin' });
    // @ts-expect-error: there is no such operation
    await iris.inviteEnemy({ email: 'grace@example.com' });
    // @ts-expect-error: an expiry is text
    const seconds: number = invitation.expires_at;

    const page: Page<Message> = await iris.listMessages({ channel_id: 'c', limit: 10 });
    const cursor: string | null = page.next_cursor;
    for await (const message of iris.all('listMessages', { channel_id: 'c' })) {
        const content: string | null = message.content;
        // @ts-expect-error: a deleted message has no content
        const text: string = message.content;
        // @ts-expect-error: there is no such field
        message.contents;
    }
    // @ts-expect-error: this list comes whole
    iris.all('listMembers', {});
    // @ts-expect-error: the channel is missing
    iris.all('listMessages', {});
    // @ts-expect-error: the token cannot be exchanged for a number
    iris.token = 1;
    const role: OrgRole = (await iris.listMembers())[0].org_role;
    void [expiry, seconds, cursor, role];
}

export async function failures(): Promise<void> {
    try {
        await iris.inviteTeammate({ email: 'grace@example.com', org_role: 'viewer' });
    } catch (error) {
        if (!IrisError.is(error, 'inviteTeammate')) throw error;
        switch (error.code) {
            case 'already_member': break;
            case 'no_answer': break;
            // @ts-expect-error: an invitation is never refused so
            case 'weak_password': break;
        }
        const status: number = error.status;
        const after: number | undefined = error.retryAfter;
        void [status, after, error.requestId, error.details.map((problem) => problem.pointer)];
    }
    const known: InviteTeammateErrorCode = 'already_member';
    // @ts-expect-error: there is no such code
    const unknown: InviteTeammateErrorCode = 'already_friend';
    // @ts-expect-error: errors come from calls
    new IrisError();
    void [known, unknown];
}

export async function socket(): Promise<void> {
    const socket = iris.socket();
    const stop: () => void = socket.on('message.created', (event) => {
        const content: string | null = event.message.content;
        // @ts-expect-error: this is another event's field
        event.is_typing;
        void content;
    });
    socket.on('subscribed', ({ recovered, last_seq }) => void [recovered as boolean, last_seq as number]);
    socket.on('connectionLost', ({ delay, close }) => void [delay as number, close === 'going_away']);
    // @ts-expect-error: there is no such event
    socket.on('message.liked', () => {});
    const ref: string | undefined = socket.subscribe('c', { after_seq: 3 });
    socket.subscribe('c');
    socket.unsubscribe('c');
    socket.typing({ channel_id: 'c', is_typing: true });
    // @ts-expect-error: nobody says of themselves that they are offline
    socket.presence({ state: 'offline' });
    socket.ping();
    for await (const event of socket as AsyncIterable<SocketEvent>) {
        if (event.type === 'read.moved') void event.reader.sender_id;
        // @ts-expect-error: not every event has it
        event.reader;
    }
    stop();
    socket.close();
    // @ts-expect-error: sockets come from the client
    new (socket.constructor as typeof import('../../Sources/Generated/Client/JavaScript/iris').IrisSocket)();
    void ref;
}
