-- Members of workspaces, their sessions, and the links that open accounts.

CREATE TABLE iris.users (
    tenant_id     uuid NOT NULL REFERENCES iris.tenants,
    user_id       uuid NOT NULL,
    email         text NOT NULL,
    -- The address in lower case. Unique over all tenants: an address belongs to one member of one workspace.
    email_key     text NOT NULL UNIQUE,
    full_name     text NOT NULL,
    password_hash text NOT NULL,
    org_role      text NOT NULL CHECK (org_role IN ('owner', 'admin', 'operator', 'viewer')),
    joined_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, user_id)
);

-- A session lives 12 hours in all, and 30 minutes without a request.
CREATE TABLE iris.sessions (
    tenant_id    uuid NOT NULL,
    session_id   uuid NOT NULL,
    user_id      uuid NOT NULL,
    token_hash   bytea NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, session_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES iris.users ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON iris.sessions (tenant_id, user_id);

CREATE TABLE iris.invitations (
    tenant_id     uuid NOT NULL REFERENCES iris.tenants,
    invitation_id uuid NOT NULL,
    email         text NOT NULL,
    email_key     text NOT NULL,
    org_role      text NOT NULL CHECK (org_role IN ('admin', 'operator', 'viewer')),
    invited_by    uuid NOT NULL,
    token_hash    bytea NOT NULL UNIQUE,
    created_at    timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    revoked_at    timestamptz,
    PRIMARY KEY (tenant_id, invitation_id)
);

-- Links for choosing a new password. They live an hour and work once.
CREATE TABLE iris.password_resets (
    tenant_id  uuid NOT NULL,
    reset_id   uuid NOT NULL,
    user_id    uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (tenant_id, reset_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES iris.users ON DELETE CASCADE
);

ALTER TABLE iris.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.users FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.password_resets FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.users USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.users FOR SELECT USING (email_key = (SELECT iris.presented_email()));
CREATE POLICY own ON iris.sessions USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.sessions FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));
CREATE POLICY cleared_select ON iris.sessions FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY cleared ON iris.sessions FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY own ON iris.invitations USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.invitations FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));
CREATE POLICY own ON iris.password_resets USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY cleared_select ON iris.password_resets FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY cleared ON iris.password_resets FOR DELETE TO iris_jobs USING ((SELECT iris.job()) = 'retention');
CREATE POLICY presented ON iris.password_resets FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));

-- Whether the sessions of open sockets still hold is asked for all workspaces at a time.
CREATE POLICY watched ON iris.sessions FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');
CREATE POLICY watched ON iris.users FOR SELECT TO iris_jobs USING ((SELECT iris.job()) = 'sockets');

GRANT SELECT, INSERT, UPDATE, DELETE ON iris.users TO iris_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON iris.sessions TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.invitations TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.password_resets TO iris_server;
GRANT SELECT, DELETE ON iris.sessions, iris.password_resets TO iris_jobs;
GRANT SELECT ON iris.users TO iris_jobs;
