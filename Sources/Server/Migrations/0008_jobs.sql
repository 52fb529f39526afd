-- What is done by itself: when each job is due, and what was used on each day.

CREATE TABLE iris.jobs (
    name       text PRIMARY KEY,
    due_at     timestamptz NOT NULL DEFAULT now(),
    -- Up to when the job has done its work; null before its first round.
    done_until timestamptz
);
INSERT INTO iris.jobs (name) VALUES ('usage'), ('retention');

-- Refers to no workspace: what was used is known for some time after it was closed.
CREATE TABLE iris.usage_days (
    tenant_id uuid NOT NULL,
    day       date NOT NULL,
    metric    text NOT NULL,
    value     bigint NOT NULL CHECK (value >= 0),
    PRIMARY KEY (tenant_id, day, metric)
);

ALTER TABLE iris.jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.jobs FORCE ROW LEVEL SECURITY;
ALTER TABLE iris.usage_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE iris.usage_days FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON iris.jobs TO iris_jobs USING (name = (SELECT iris.job()));
CREATE POLICY own ON iris.usage_days FOR SELECT USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY counting ON iris.usage_days TO iris_jobs USING ((SELECT iris.job()) = 'usage');

GRANT SELECT, UPDATE ON iris.jobs TO iris_jobs;
GRANT SELECT ON iris.usage_days TO iris_server;
GRANT SELECT, INSERT, UPDATE ON iris.usage_days TO iris_jobs;
