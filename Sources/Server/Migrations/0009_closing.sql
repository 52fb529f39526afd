-- How a workspace ends. The server's role can delete next to nothing by itself; it asks these functions, which work as
-- their owner, on the tenant of the transaction and no other.

-- Forced row-level security binds the owner as well, unless it is a superuser. Other than the server it must see
-- messages that are hidden because their time is over.
CREATE POLICY closing ON iris.messages TO CURRENT_USER USING (tenant_id = (SELECT iris.tenant()));
CREATE POLICY forgotten ON iris.audit_heads FOR DELETE
    TO CURRENT_USER USING ((SELECT iris.job()) = 'retention' AND kept_days IS NOT NULL);
CREATE POLICY forgotten_select ON iris.usage_days FOR SELECT
    TO CURRENT_USER USING ((SELECT iris.job()) = 'retention');
CREATE POLICY forgotten ON iris.usage_days FOR DELETE TO CURRENT_USER USING ((SELECT iris.job()) = 'retention');

-- Deletes up to `batch` rows of what there may be any number of, those first that refer to others. Says whether nothing
-- is left of it.
CREATE FUNCTION iris.clear_rows(closed uuid, batch bigint) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    bulk text;
    deleted bigint;
BEGIN
    FOREACH bulk IN ARRAY ARRAY[
        'messages', 'read_marks', 'channel_members', 'chat_sessions', 'guest_returns', 'end_users', 'channels', 'retries'
    ] LOOP
        EXECUTE format(
            'DELETE FROM iris.%1$I WHERE ctid = ANY (ARRAY(SELECT ctid FROM iris.%1$I WHERE tenant_id = $1 LIMIT $2))',
            bulk) USING closed, batch;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        batch := batch - deleted;
        IF batch <= 0 THEN RETURN false; END IF;
    END LOOP;
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION iris.clear_rows FROM PUBLIC;

-- Closes the workspace, if the member is an owner of it whose password is still the one that was verified; says whether
-- they are. Whatever opens it, its handle and its addresses go at once, and as much of the rest as a batch takes; what
-- is more than that is seen by nobody, and deleted by the retention job.
CREATE FUNCTION iris.close_workspace(
    closer uuid, verified_hash text, action text, from_address text, request uuid, batch bigint
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    closing uuid := iris.tenant();
    is_clear boolean;
BEGIN
    -- Whoever adds something to the workspace has a lock on its row until they are done. Others wait from here on, and
    -- then find it gone.
    PERFORM FROM iris.tenants WHERE tenant_id = closing AND status <> 'closed' FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the workspace is closed' USING ERRCODE = 'foreign_key_violation';
    END IF;
    PERFORM FROM iris.users
    WHERE tenant_id = closing AND user_id = closer AND org_role = 'owner' AND password_hash = verified_hash;
    IF NOT FOUND THEN RETURN false; END IF;

    -- With the members go their sessions and their links for new passwords.
    DELETE FROM iris.users WHERE tenant_id = closing;
    DELETE FROM iris.invitations WHERE tenant_id = closing;
    DELETE FROM iris.api_keys WHERE tenant_id = closing;
    DELETE FROM iris.chat_sessions WHERE tenant_id = closing;
    DELETE FROM iris.widget_settings WHERE tenant_id = closing;
    DELETE FROM iris.signups WHERE tenant_id = closing;
    DELETE FROM iris.handles WHERE tenant_id = closing;
    -- A letter that is being delivered just now is not waited for.
    DELETE FROM iris.outbox WHERE ctid = ANY (
        ARRAY(SELECT ctid FROM iris.outbox WHERE tenant_id = closing FOR UPDATE SKIP LOCKED));
    UPDATE iris.tenants SET status = 'closed', name = '', handle = closing::text WHERE tenant_id = closing;
    is_clear := iris.clear_rows(closing, batch);

    -- After everything that others may have locked: they wait for the chain's end while they hold it.
    INSERT INTO iris.audit_log (tenant_id, action, actor_type, actor_id, target_id, address, request_id)
    VALUES (closing, action, 'member', closer, closing, from_address, request);
    UPDATE iris.audit_heads h SET closed_at = now(), kept_days = p.audit_days
    FROM iris.retention_policies p WHERE h.tenant_id = closing AND p.tenant_id = closing;
    DELETE FROM iris.retention_policies WHERE tenant_id = closing;
    IF is_clear THEN DELETE FROM iris.tenants WHERE tenant_id = closing; END IF;
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION iris.close_workspace FROM PUBLIC;
GRANT EXECUTE ON FUNCTION iris.close_workspace TO iris_server;

-- Deletes a part of what a closed workspace has left, and with the last part the workspace itself.
CREATE FUNCTION iris.clear_closed(batch bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM FROM iris.tenants WHERE tenant_id = iris.tenant() AND status = 'closed' FOR UPDATE;
    IF FOUND AND iris.clear_rows(iris.tenant(), batch) THEN
        DELETE FROM iris.tenants WHERE tenant_id = iris.tenant();
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION iris.clear_closed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION iris.clear_closed TO iris_jobs;

-- Forgets a chain for which no policy speaks, once its last row was purged; and with it what was used.
CREATE FUNCTION iris.forget_audit(tenant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        WITH forgotten AS (
            DELETE FROM iris.audit_heads h
            WHERE tenant_id = tenant AND kept_days IS NOT NULL
              AND NOT EXISTS (SELECT FROM iris.audit_log l WHERE l.tenant_id = tenant)
            RETURNING tenant_id
        )
        DELETE FROM iris.usage_days u USING forgotten f WHERE u.tenant_id = f.tenant_id;
    END;
REVOKE EXECUTE ON FUNCTION iris.forget_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION iris.forget_audit TO iris_jobs;
