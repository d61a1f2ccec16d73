-- Users and events are walked from the newest on; a moment can be two rows' own, so the id breaks the tie.
create index users_by_creation on users (created_at desc, id desc);
create index users_admins on users (created_at desc, id desc) where role = 'admin';

-- What an event alone does not say, such as a role before and after.
alter table audit_events add column details text;

create index audit_events_by_time on audit_events (at desc, id desc);
create index audit_events_of_user on audit_events (user_id, at desc, id desc);
create index audit_events_by_actor on audit_events (actor_id, at desc, id desc);
create index audit_events_by_event on audit_events (event, at desc, id desc);
drop index audit_events_by_user;
