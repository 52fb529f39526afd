-- API keys. Only the hash of a secret is stored.

CREATE TABLE iris.api_keys (
    tenant_id    uuid NOT NULL REFERENCES iris.tenants,
    key_id       uuid NOT NULL,
    name         text NOT NULL,
    key_type     text NOT NULL CHECK (key_type IN ('secret', 'publishable')),
    key_prefix   text NOT NULL,
    secret_hash  bytea NOT NULL UNIQUE,
    scopes       text[] NOT NULL,
    created_by   uuid NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    PRIMARY KEY (tenant_id, key_id)
);

ALTER TABLE iris.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.api_keys FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.api_keys USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.api_keys FOR SELECT USING (secret_hash = (SELECT iris.presented_hash()));

GRANT SELECT, INSERT, UPDATE ON iris.api_keys TO iris_server;
