-- API keys. Only the hash of a secret is stored.

CREATE TABLE iris.api_keys (
    tenant_id    uuid NOT NULL REFERENCES iris.tenants,
    key_id       uuid NOT NULL,
    name         text NOT NULL,
    key_type     text NOT NULL CHECK (key_type IN ('secret', 'publishable')),
    key_prefix   text NOT NULL,
    secret_hash  bytea NOT NULL UNIQUE,
    -- The secret before the last rotation, and until when it still works.
    previous_hash       bytea UNIQUE,
    previous_expires_at timestamptz,
    scopes       text[] NOT NULL,
    created_by   uuid NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    PRIMARY KEY (tenant_id, key_id)
);

ALTER TABLE iris.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.api_keys FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.api_keys USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.api_keys FOR SELECT
    USING (secret_hash = (SELECT iris.presented_hash()) OR previous_hash = (SELECT iris.presented_hash()));
-- Whether the keys of open sockets still hold is asked for all workspaces at a time.
CREATE POLICY watched ON iris.api_keys FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');

GRANT SELECT, INSERT, UPDATE ON iris.api_keys TO iris_server;
GRANT SELECT ON iris.api_keys TO iris_jobs;
