-- What an export asks for beside what is about its own user: what that user did to others. Few do any of it.
create index audit_events_on_others on audit_events (actor_id, at, id) where user_id is distinct from actor_id;
