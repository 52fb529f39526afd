-- Channels, who is in them, and what is written there.

CREATE TABLE iris.channels (
    tenant_id    uuid NOT NULL REFERENCES iris.tenants,
    channel_id   uuid NOT NULL,
    name         text NOT NULL,
    channel_type text NOT NULL,
    topic        text,
    status       text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'archived')),
    -- The newest place. Raised in the transaction that takes it, so that places have no gaps.
    last_seq     bigint NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    archived_at  timestamptz,
    PRIMARY KEY (tenant_id, channel_id)
);
CREATE INDEX channels_by_time ON iris.channels USING brin (created_at);

-- People of the customers' own apps, and guests. Each has one support conversation, for good.
CREATE TABLE iris.end_users (
    tenant_id        uuid NOT NULL REFERENCES iris.tenants,
    user_id          uuid NOT NULL,
    -- Null for guests: nobody knows them by any id.
    external_user_id text,
    display_name     text,
    email            text,
    channel_id       uuid NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, user_id),
    UNIQUE (tenant_id, external_user_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels DEFERRABLE INITIALLY DEFERRED
);
-- By this and by chat_sessions_by_user, rows that are deleted look for those that refer to them.
CREATE INDEX end_users_by_channel ON iris.end_users (tenant_id, channel_id);

CREATE TABLE iris.channel_members (
    tenant_id   uuid NOT NULL,
    channel_id  uuid NOT NULL,
    member_type text NOT NULL CHECK (member_type IN ('key', 'end_user', 'member')),
    member_id   uuid NOT NULL,
    channel_role  text NOT NULL DEFAULT 'member' CHECK (channel_role IN ('member', 'moderator', 'read_only')),
    muted         boolean NOT NULL DEFAULT false,
    joined_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, channel_id, member_type, member_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels
);
CREATE INDEX channel_members_by_member
    ON iris.channel_members (tenant_id, member_type, member_id, channel_id DESC);

-- How far somebody has read. Apart from membership, because members of the workspace read channels that they were
-- never added to.
CREATE TABLE iris.read_marks (
    tenant_id   uuid NOT NULL,
    channel_id  uuid NOT NULL,
    reader_type text NOT NULL CHECK (reader_type IN ('key', 'end_user', 'member')),
    reader_id   uuid NOT NULL,
    seq         bigint NOT NULL CHECK (seq > 0),
    PRIMARY KEY (tenant_id, channel_id, reader_type, reader_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels
);

CREATE TABLE iris.messages (
    tenant_id         uuid NOT NULL,
    channel_id        uuid NOT NULL,
    seq               bigint NOT NULL,
    message_id        uuid NOT NULL,
    sender_type       text NOT NULL,
    sender_id         uuid NOT NULL,
    sender_name       text,
    -- Null once the message was deleted: what is left is a tombstone.
    content           text,
    content_type      text NOT NULL,
    client_message_id text,
    created_at        timestamptz NOT NULL DEFAULT now(),
    -- The place of the last edit, or of the deletion: in the same sequence as messages.
    changed_seq       bigint,
    edited_at         timestamptz,
    deleted_at        timestamptz,
    PRIMARY KEY (tenant_id, channel_id, seq),
    UNIQUE (tenant_id, message_id),
    UNIQUE (tenant_id, channel_id, sender_type, sender_id, client_message_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels
);

CREATE INDEX messages_by_change ON iris.messages (tenant_id, channel_id, changed_seq) WHERE changed_seq IS NOT NULL;
CREATE INDEX messages_by_time ON iris.messages USING brin (created_at);

CREATE TABLE iris.chat_sessions (
    tenant_id       uuid NOT NULL,
    chat_session_id uuid NOT NULL,
    user_id         uuid NOT NULL,
    token_hash      bytea NOT NULL UNIQUE,
    -- The token before the last refresh, and until when it still works.
    previous_hash       bytea UNIQUE,
    previous_expires_at timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, chat_session_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES iris.end_users
);
CREATE INDEX chat_sessions_by_user ON iris.chat_sessions (tenant_id, user_id);
CREATE INDEX chat_sessions_by_time ON iris.chat_sessions USING brin (created_at);

-- What brings a guest back, for 30 days after each visit.
CREATE TABLE iris.guest_returns (
    tenant_id  uuid NOT NULL,
    user_id    uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, user_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES iris.end_users
);

-- Who is in a channel, with their names. Whoever the workspace has removed since is in no channel any more.
CREATE VIEW iris.channel_people WITH (security_invoker = true) AS
SELECT m.tenant_id, m.channel_id, m.member_type, m.member_id, m.channel_role, m.muted, m.joined_at,
       e.external_user_id, coalesce(e.display_name, u.full_name, k.name) AS display_name,
       coalesce(r.seq, 0) AS last_read_seq
FROM iris.channel_members m
LEFT JOIN iris.end_users e
    ON m.member_type = 'end_user' AND e.tenant_id = m.tenant_id AND e.user_id = m.member_id
LEFT JOIN iris.users u
    ON m.member_type = 'member' AND u.tenant_id = m.tenant_id AND u.user_id = m.member_id
LEFT JOIN iris.api_keys k
    ON m.member_type = 'key' AND k.tenant_id = m.tenant_id AND k.key_id = m.member_id
LEFT JOIN iris.read_marks r
    ON r.tenant_id = m.tenant_id AND r.channel_id = m.channel_id AND r.reader_type = m.member_type
    AND r.reader_id = m.member_id
WHERE coalesce(e.user_id, u.user_id, k.key_id) IS NOT NULL;

-- Before this time messages are kept no longer, and from that instant nobody sees them.
CREATE FUNCTION iris.message_horizon() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
        SELECT now() - make_interval(days => message_days) FROM iris.retention_policies
        WHERE tenant_id = iris.tenant();
    END;

ALTER TABLE iris.channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.channels FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.end_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.end_users FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.channel_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.channel_members FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.read_marks ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.read_marks FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.messages FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.chat_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.chat_sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.guest_returns ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.guest_returns FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.channels USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.end_users USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.channel_members USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.read_marks USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.messages
    USING (tenant_id = (SELECT iris.tenant()) AND created_at > (SELECT iris.message_horizon()))
    WITH CHECK (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.chat_sessions USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.chat_sessions FOR SELECT
    USING (token_hash = (SELECT iris.presented_hash()) OR previous_hash = (SELECT iris.presented_hash()));
CREATE POLICY own ON iris.guest_returns USING (tenant_id = (SELECT iris.tenant()));

-- Jobs see what they count or clear away, over all tenants, and nothing else.
CREATE POLICY counted ON iris.messages FOR SELECT TO iris_jobs USING ((SELECT iris.job()) IN ('usage', 'retention'));
CREATE POLICY purged ON iris.messages FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY counted ON iris.chat_sessions FOR SELECT
    TO iris_jobs USING ((SELECT iris.job()) IN ('usage', 'retention'));
CREATE POLICY purged ON iris.chat_sessions FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY counted ON iris.channels FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'usage');

-- So does the watch over open sockets: whether their tokens still hold, and their owners are still in the channels.
CREATE POLICY watched ON iris.chat_sessions FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');
CREATE POLICY watched ON iris.channels FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');
CREATE POLICY watched ON iris.channel_members FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');

GRANT SELECT, INSERT, UPDATE ON iris.channels TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.end_users TO iris_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON iris.channel_members TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.read_marks TO iris_server;
GRANT SELECT ON iris.channel_people TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.messages TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.chat_sessions TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.guest_returns TO iris_server;
GRANT SELECT, DELETE ON iris.messages, iris.chat_sessions TO iris_jobs;
GRANT SELECT ON iris.channels, iris.channel_members TO iris_jobs;
