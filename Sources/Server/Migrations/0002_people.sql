-- Members of workspaces, their sessions, and invitations.

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

ALTER TABLE iris.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.users FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.invitations FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.users USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.users FOR SELECT USING (email_key = (SELECT iris.presented_email()));
CREATE POLICY own ON iris.sessions USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.sessions FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));
CREATE POLICY own ON iris.invitations USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.invitations FOR SELECT USING (token_hash = (SELECT iris.presented_hash()));

GRANT SELECT, INSERT, UPDATE ON iris.users TO iris_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON iris.sessions TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.invitations TO iris_server;
