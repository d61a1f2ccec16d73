-- The functions' own role: owns nothing, defines nothing, never rewrites the audit trail. It gets its password, and with
-- it the right to log in, from whoever deploys.
do $$
begin
    if not exists (select from pg_roles where rolname = 'todo_app') then
        create role todo_app nologin;
    end if;
end
$$;

alter role todo_app set statement_timeout = '8s';
alter role todo_app set lock_timeout = '5s';
alter role todo_app set idle_in_transaction_session_timeout = '10s';

grant usage on schema public to todo_app;
grant select, insert, update, delete
    on users, sessions, rate_windows, attempts, tasks, task_feeds, tombstones, idempotency_keys to todo_app;
grant select, insert on audit_events to todo_app;
