-- The audit log, to which the server can only add, and the outbox.

CREATE TABLE iris.audit_log (
    tenant_id  uuid NOT NULL,
    audit_id   bigint GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL DEFAULT now(),
    action     text NOT NULL,
    actor_type text NOT NULL CHECK (actor_type IN ('visitor', 'member', 'key')),
    actor_id   uuid,
    target_id  uuid,
    address    text NOT NULL,
    request_id text NOT NULL,
    PRIMARY KEY (tenant_id, audit_id)
);

-- The server may not change rows anyway; this stops whoever may.
CREATE FUNCTION iris.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON iris.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION iris.refuse_change();

-- Mails are written in the transaction that causes them and deleted once they were handed over, so no link with a
-- token outlives its delivery here.
CREATE TABLE iris.outbox (
    tenant_id       uuid NOT NULL,
    mail_id         uuid NOT NULL,
    recipient       text NOT NULL,
    subject         text NOT NULL,
    body            text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, mail_id)
);
CREATE INDEX outbox_due ON iris.outbox (next_attempt_at);

ALTER TABLE iris.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.outbox FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.audit_log USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.outbox USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY courier ON iris.outbox USING ((SELECT iris.job()) = 'mail');

GRANT SELECT, INSERT ON iris.audit_log TO iris_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON iris.outbox TO iris_server;
