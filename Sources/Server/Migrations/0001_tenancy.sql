-- How a transaction says for whom it works. Without a setting, a policy admits no row.

CREATE SCHEMA iris;
GRANT USAGE ON SCHEMA iris TO iris_server, iris_jobs;

-- The tenant of this transaction.
CREATE FUNCTION iris.tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('iris.tenant', true), '')::uuid;

-- The SHA-256 of the token that was presented, while its tenant is not known yet.
CREATE FUNCTION iris.presented_hash() RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN decode(nullif(current_setting('iris.presented_hash', true), ''), 'hex');

-- The address that somebody signs in or signs up with, in lower case.
CREATE FUNCTION iris.presented_email() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('iris.presented_email', true), '');

-- The handle that somebody asks for.
CREATE FUNCTION iris.presented_handle() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('iris.presented_handle', true), '');

-- The workspace that a public question names, such as how its widget looks.
CREATE FUNCTION iris.presented_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('iris.presented_tenant', true), '')::uuid;

-- The background job that this transaction belongs to.
CREATE FUNCTION iris.job() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('iris.job', true), '');

CREATE TABLE iris.tenants (
    tenant_id  uuid PRIMARY KEY,
    name       text NOT NULL,
    handle     text NOT NULL UNIQUE,
    plan       text NOT NULL,
    status     text NOT NULL DEFAULT 'active',
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Handles outlive their signups' transactions, so they are kept apart from tenants: a pending signup holds its
-- handle until the signup expires, a tenant until it is closed.
CREATE TABLE iris.handles (
    handle     text PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    held_until timestamptz
);

CREATE TABLE iris.signups (
    tenant_id     uuid NOT NULL,
    signup_id     uuid NOT NULL,
    handle        text NOT NULL,
    company_name  text NOT NULL,
    full_name     text NOT NULL,
    email         text NOT NULL,
    -- The address in lower case: a new link is asked for by address.
    email_key     text NOT NULL,
    password_hash text NOT NULL,
    plan          text NOT NULL,
    token_hash    bytea NOT NULL UNIQUE,
    created_at    timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    PRIMARY KEY (tenant_id, signup_id)
);

CREATE INDEX signups_by_address ON iris.signups (email_key);

CREATE TABLE iris.retention_policies (
    tenant_id    uuid PRIMARY KEY REFERENCES iris.tenants,
    message_days integer NOT NULL DEFAULT 2190 CHECK (message_days > 0),
    -- The contract's minimum: not even the server itself can have the audit log forgotten sooner.
    audit_days   integer NOT NULL DEFAULT 2190 CHECK (audit_days >= 365)
);

ALTER TABLE iris.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.handles ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.handles FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.signups ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.signups FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.retention_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.retention_policies FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.tenants USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.retention_policies USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY own ON iris.signups USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.signups FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));
CREATE POLICY asked ON iris.signups FOR SELECT USING (email_key = (SELECT iris.presented_email()));
CREATE POLICY cleared_select ON iris.signups FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY cleared ON iris.signups FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY presented ON iris.tenants FOR SELECT
    USING (tenant_id = (SELECT iris.presented_tenant()) AND status <> 'closed');
CREATE POLICY jobs ON iris.tenants FOR SELECT TO iris_jobs USING ((SELECT iris.job()) IS NOT NULL);
-- Also to the owner, as whom old rows of the audit log are deleted.
CREATE POLICY jobs ON iris.retention_policies FOR SELECT
    TO iris_jobs, CURRENT_USER USING ((SELECT iris.job()) = 'retention');
CREATE POLICY own ON iris.handles USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.handles FOR SELECT USING (handle = (SELECT iris.presented_handle()));
CREATE POLICY cleared_select ON iris.handles FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY cleared ON iris.handles FOR DELETE
    TO iris_jobs USING ((SELECT iris.job()) = 'retention' AND held_until < now());
CREATE POLICY lapsed ON iris.handles FOR UPDATE
    USING (handle = (SELECT iris.presented_handle()) AND held_until < now())
    WITH CHECK (tenant_id = (SELECT iris.tenant()));

GRANT SELECT, INSERT ON iris.tenants TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.handles TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.signups TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.retention_policies TO iris_server;

-- Work in the background is done as a role of its own, which the server's role takes on for a transaction: its policies
-- then weigh on no request, whose plans rest on the tenant's index.
GRANT SELECT, DELETE ON iris.signups, iris.handles TO iris_jobs;
GRANT SELECT ON iris.tenants, iris.retention_policies TO iris_jobs;
