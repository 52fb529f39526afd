-- Channels, who is in them, and what is written there.

CREATE TABLE iris.channels (
    tenant_id    uuid NOT NULL REFERENCES iris.tenants,
    channel_id   uuid NOT NULL,
    name         text NOT NULL,
    channel_type text NOT NULL,
    topic        text,
    status       text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'archived')),
    -- The place of the newest message. Raised in the transaction that adds it, so that places have no gaps.
    last_seq     bigint NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, channel_id)
);

-- People of the customers' own apps. Each has one support conversation, for good.
CREATE TABLE iris.end_users (
    tenant_id        uuid NOT NULL REFERENCES iris.tenants,
    user_id          uuid NOT NULL,
    external_user_id text NOT NULL,
    display_name     text,
    email            text,
    channel_id       uuid NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, user_id),
    UNIQUE (tenant_id, external_user_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE iris.channel_members (
    tenant_id   uuid NOT NULL,
    channel_id  uuid NOT NULL,
    member_type text NOT NULL CHECK (member_type IN ('key', 'end_user', 'member')),
    member_id   uuid NOT NULL,
    joined_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, channel_id, member_type, member_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels
);
CREATE INDEX channel_members_by_member
    ON iris.channel_members (tenant_id, member_type, member_id, channel_id DESC);

CREATE TABLE iris.messages (
    tenant_id         uuid NOT NULL,
    channel_id        uuid NOT NULL,
    seq               bigint NOT NULL,
    message_id        uuid NOT NULL,
    sender_type       text NOT NULL,
    sender_id         uuid NOT NULL,
    sender_name       text,
    content           text NOT NULL,
    content_type      text NOT NULL,
    client_message_id text,
    created_at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, channel_id, seq),
    UNIQUE (tenant_id, message_id),
    UNIQUE (tenant_id, channel_id, sender_type, sender_id, client_message_id),
    FOREIGN KEY (tenant_id, channel_id) REFERENCES iris.channels
);

CREATE TABLE iris.chat_sessions (
    tenant_id       uuid NOT NULL,
    chat_session_id uuid NOT NULL,
    user_id         uuid NOT NULL,
    token_hash      bytea NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, chat_session_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES iris.end_users
);

ALTER TABLE iris.channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.channels FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.end_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.end_users FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.channel_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.channel_members FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.messages FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.chat_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.chat_sessions FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.channels USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.end_users USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.channel_members USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.messages USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.chat_sessions USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.chat_sessions FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));

GRANT SELECT, INSERT, UPDATE ON iris.channels TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.end_users TO iris_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON iris.channel_members TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.messages TO iris_server;
GRANT SELECT, INSERT, DELETE ON iris.chat_sessions TO iris_server;
