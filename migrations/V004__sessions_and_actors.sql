-- A session counts only in the epoch in which it began. Whatever ends all of a user's sessions begins another, so that
-- one which a log-in stores at that very moment, unseen by the statement that deletes the others, is dead as well.
alter table users add column session_epoch integer not null default 1;
alter table sessions
    add column epoch integer not null default 1,
    add column last_used_at timestamptz not null default now();

-- Whom an event is about is `user_id`; who did it, if it is known, is `actor_id`.
alter table audit_events add column actor_id uuid;
update audit_events set actor_id = user_id where event in ('register', 'log_in', 'log_in_refused', 'log_out');
