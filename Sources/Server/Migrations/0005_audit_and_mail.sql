-- The audit log: each workspace's rows are numbered without gaps and chained by hashes, so that no row can be changed,
-- taken out or slipped in without being found (`iris-server audit verify`). The server's role can only add.

CREATE TABLE iris.audit_log (
    tenant_id     uuid NOT NULL,
    number        bigint NOT NULL,
    at            timestamptz NOT NULL,
    action        text NOT NULL,
    actor_type    text NOT NULL CHECK (actor_type IN ('visitor', 'member', 'key', 'chat', 'job')),
    actor_id      uuid,
    target_id     uuid,
    -- Null for jobs, as is the request.
    address       text,
    request_id    uuid,
    previous_hash bytea NOT NULL,
    hash          bytea NOT NULL,
    PRIMARY KEY (tenant_id, number)
);

-- The newest row of each chain: without it, rows cut off at the end would not be missed.
CREATE TABLE iris.audit_heads (
    tenant_id uuid PRIMARY KEY,
    number    bigint NOT NULL,
    hash      bytea NOT NULL,
    -- For how many days rows are kept for which no policy speaks: those of a signup that was not verified, and those of
    -- a workspace that was closed.
    kept_days integer,
    -- Once the workspace was closed, its chain takes no more rows.
    closed_at timestamptz
);

-- A field of what is hashed: whether it is there, how long it is, and its bytes.
CREATE FUNCTION iris.hash_field(value bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int8send(length(value)::bigint) || value END;
CREATE FUNCTION iris.hash_field(value text) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN iris.hash_field(convert_to(value, 'UTF8'));

-- Numbers a new row, and chains it to the one before. The head's row lock makes the workspace's rows wait in line.
CREATE FUNCTION iris.chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    head iris.audit_heads;
BEGIN
    INSERT INTO iris.audit_heads AS heads (tenant_id, number, hash)
    VALUES (NEW.tenant_id, 0, sha256(''))
    ON CONFLICT (tenant_id) DO UPDATE SET number = heads.number
    RETURNING * INTO head;
    IF head.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'the workspace is closed' USING ERRCODE = 'foreign_key_violation';
    END IF;
    NEW.number := head.number + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := head.hash;
    NEW.hash := sha256(
        iris.hash_field(head.hash) || iris.hash_field(NEW.tenant_id::text) || iris.hash_field(NEW.number::text)
        || iris.hash_field((extract(epoch FROM NEW.at) * 1000000)::bigint::text) || iris.hash_field(NEW.action)
        || iris.hash_field(NEW.actor_type) || iris.hash_field(NEW.actor_id::text)
        || iris.hash_field(NEW.target_id::text) || iris.hash_field(NEW.address)
        || iris.hash_field(NEW.request_id::text));
    -- The first row is that of a signup. It goes with the signup, a week after this has expired, unless others follow.
    UPDATE iris.audit_heads
    SET number = NEW.number, hash = NEW.hash, kept_days = CASE WHEN NEW.number = 1 THEN 8 END
    WHERE tenant_id = NEW.tenant_id;
    RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON iris.audit_log FOR EACH ROW EXECUTE FUNCTION iris.chain_audit();

-- The server may not change rows anyway; this stops whoever may.
CREATE FUNCTION iris.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON iris.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION iris.refuse_change();

-- Only what has been kept as long as the workspace's policy says can go.
CREATE FUNCTION iris.audit_horizon(tenant uuid) RETURNS timestamptz
    LANGUAGE sql STABLE
    RETURN now() - make_interval(days => coalesce(
        (SELECT audit_days FROM iris.retention_policies WHERE tenant_id = tenant),
        (SELECT kept_days FROM iris.audit_heads WHERE tenant_id = tenant), 2190));
CREATE FUNCTION iris.refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > iris.audit_horizon(OLD.tenant_id) THEN
        RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER kept BEFORE DELETE ON iris.audit_log FOR EACH ROW EXECUTE FUNCTION iris.refuse_early_deletion();

-- Deletes the oldest rows of a workspace that have been kept long enough, from the chain's beginning without a gap: a
-- row that was written while the clock was set back waits for those before it.
CREATE FUNCTION iris.purge_audit(tenant uuid, batch integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        WITH purged AS (
            DELETE FROM iris.audit_log
            WHERE tenant_id = tenant AND number IN (
                SELECT number FROM iris.audit_log
                WHERE tenant_id = tenant AND number < coalesce(
                    (SELECT number FROM iris.audit_log
                     WHERE tenant_id = tenant AND at > iris.audit_horizon(tenant) ORDER BY number LIMIT 1),
                    9223372036854775807)
                ORDER BY number LIMIT batch)
            RETURNING number
        )
        SELECT count(*) FROM purged;
    END;
REVOKE EXECUTE ON FUNCTION iris.purge_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION iris.purge_audit TO iris_jobs;

-- Mails are written in the transaction that causes them and deleted once they were handed over, so no link with a
-- token outlives its delivery here.
CREATE TABLE iris.outbox (
    tenant_id       uuid NOT NULL,
    mail_id         uuid NOT NULL,
    recipient       text NOT NULL,
    subject         text NOT NULL,
    text_body       text NOT NULL,
    html_body       text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    attempts        integer NOT NULL DEFAULT 0,
    -- Why the last attempt failed, without addresses or content; when no other one follows, and what was written goes.
    problem         text,
    failed_at       timestamptz,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, mail_id)
);
CREATE INDEX outbox_due ON iris.outbox (next_attempt_at) WHERE failed_at IS NULL;

ALTER TABLE iris.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.audit_heads FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.outbox FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.audit_log USING (tenant_id = (SELECT iris.tenant()));
-- The function that purges works as its owner, whom forced row-level security binds unless it is a superuser.
CREATE POLICY verified ON iris.audit_log FOR SELECT
    TO iris_jobs, CURRENT_USER USING ((SELECT iris.job()) IN ('audit', 'retention'));
CREATE POLICY purged ON iris.audit_log FOR DELETE
    TO iris_jobs, CURRENT_USER USING ((SELECT iris.job()) = 'retention');
CREATE POLICY own ON iris.audit_heads USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY verified ON iris.audit_heads FOR SELECT
    TO iris_jobs, CURRENT_USER USING ((SELECT iris.job()) IN ('audit', 'retention'));
CREATE POLICY own ON iris.outbox USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY cleared_select ON iris.outbox FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY cleared ON iris.outbox FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY courier ON iris.outbox TO iris_jobs USING ((SELECT iris.job()) = 'mail');

GRANT SELECT, INSERT ON iris.audit_log TO iris_server;
GRANT SELECT ON iris.audit_heads TO iris_server;
GRANT SELECT, INSERT ON iris.outbox TO iris_server;
GRANT SELECT, INSERT ON iris.audit_log TO iris_jobs;
GRANT SELECT ON iris.audit_heads TO iris_jobs;
GRANT SELECT, UPDATE, DELETE ON iris.outbox TO iris_jobs;
