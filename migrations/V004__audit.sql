-- No foreign key: what happened stays on record when an account is gone, by its opaque id alone. Whom an event is about is
-- `user_id`; who did it, if it is known, is `actor_id`.
create table audit_events (
    id         bigint generated always as identity primary key,
    event      text not null,
    user_id    uuid,
    actor_id   uuid,
    ip         text,
    request_id text,
    details    text,
    at         timestamptz not null default now()
);

create index audit_events_by_time on audit_events (at desc, id desc);
create index audit_events_of_user on audit_events (user_id, at desc, id desc);
create index audit_events_by_actor on audit_events (actor_id, at desc, id desc);
create index audit_events_by_event on audit_events (event, at desc, id desc);
-- What an export asks for beside what is about its own user: what that user did to others. Few do any of it.
create index audit_events_on_others on audit_events (actor_id, at, id) where user_id is distinct from actor_id;

-- The functions' role can only add to the trail. Both functions below run as the owner, for the two things that privacy
-- demands beside that.
create function blank_addresses(deleted_user uuid) returns void
    language sql security definer set search_path from current
begin atomic
    update audit_events set ip = null where user_id = deleted_user and ip is not null;
    update audit_events set ip = null where actor_id = deleted_user and ip is not null;
end;

-- Removes a few events that are older than `retention`: more than one log-in adds, and never many.
create function forget_audit_events(retention interval) returns bigint
    language sql security definer set search_path from current
begin atomic
    with oldest as (
        select id from audit_events where at < now() - retention order by at, id limit 20 for update skip locked
    ), removed as (
        delete from audit_events where id in (select id from oldest) returning id
    )
    select count(*) from removed;
end;
