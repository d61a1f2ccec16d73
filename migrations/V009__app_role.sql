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

-- Every statement has one plan that is right for all values, made once per connection: what a statement asks for is in
-- its text. A page of a list walks its index whatever PostgreSQL knows of the table: it sorts only where no index has the
-- order. Compiling a plan takes longer than any of them runs.
alter role todo_app set plan_cache_mode = 'force_generic_plan';
alter role todo_app set enable_sort = off;
alter role todo_app set enable_seqscan = off;
alter role todo_app set jit = off;

grant usage on schema public to todo_app;
grant select, insert, update, delete
    on users, sessions, rate_windows, attempts, task_feeds, tasks, tombstones, idempotency_keys to todo_app;
grant select, insert on audit_events to todo_app;

revoke execute on function blank_addresses(uuid), forget_audit_events(interval) from public;
grant execute on function blank_addresses(uuid), forget_audit_events(interval) to todo_app;
