-- Answers that were given under an Idempotency-Key, for a day. A reply may hold a secret, so it is sealed with a key
-- that only the client has: made of its token and its Idempotency-Key, of which the hash alone stands here.

CREATE TABLE iris.retries (
    tenant_id    uuid NOT NULL REFERENCES iris.tenants,
    key_hash     bytea NOT NULL,
    request_hash bytea NOT NULL,
    status       integer,
    sealed_reply bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key_hash)
);
CREATE INDEX retries_by_time ON iris.retries USING brin (created_at);

ALTER TABLE iris.retries ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.retries FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.retries USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY purged_select ON iris.retries FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY purged ON iris.retries FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');

GRANT SELECT, INSERT, UPDATE, DELETE ON iris.retries TO iris_server;
GRANT SELECT, DELETE ON iris.retries TO iris_jobs;
