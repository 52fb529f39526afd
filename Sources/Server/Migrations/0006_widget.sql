-- How a workspace's widget looks, and the pages that it may stand on. What an admin has left out is null, and the
-- server shows its default.

CREATE TABLE iris.widget_settings (
    tenant_id         uuid PRIMARY KEY REFERENCES iris.tenants,
    -- As browsers name origins: in lower case, without default ports.
    allowed_origins   text[] NOT NULL DEFAULT '{}',
    primary_color     text,
    text_color        text,
    title             text,
    logo_url          text,
    welcome_message   text,
    launcher_position text CHECK (launcher_position IN ('bottom_right', 'bottom_left')),
    updated_at        timestamptz
);

ALTER TABLE iris.widget_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.widget_settings FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.widget_settings USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY presented ON iris.widget_settings FOR SELECT USING (tenant_id = (SELECT iris.presented_tenant()));

GRANT SELECT, INSERT, UPDATE ON iris.widget_settings TO iris_server;
