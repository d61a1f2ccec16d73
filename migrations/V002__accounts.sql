create type role as enum ('user', 'admin', 'guest');

-- A session counts only in the epoch of its user in which it began. Whatever ends all sessions begins another epoch, so
-- that a session which a log-in stores at that very moment, unseen by the statement that deletes the others, is dead too.
create table users (
    id                  uuid primary key,
    email               text not null,
    username            text,
    name                text not null,
    first_name          text,
    last_name           text,
    role                role not null default 'user',
    is_active           boolean not null default true,
    password_hash       text not null,
    password_changed_at timestamptz not null default now(),
    session_epoch       integer not null default 1,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    constraint users_email_length check (char_length(email) between 3 and 255),
    constraint users_username_form check (username ~ '^[a-zA-Z0-9_.-]{3,50}$'),
    constraint users_name_length check (char_length(name) between 1 and 255),
    constraint users_first_name_length check (char_length(first_name) between 1 and 100),
    constraint users_last_name_length check (char_length(last_name) between 1 and 100)
);

create unique index users_email on users (lower(email collate pg_c_utf8));
create unique index users_username on users (lower(username collate pg_c_utf8));
create index users_by_creation on users (created_at desc, id desc);
create index users_admins on users (created_at desc, id desc) where role = 'admin';

-- A session lives as long as its row: whatever ends it deletes it. `last_used_at` is exact to a minute.
create table sessions (
    id           uuid primary key,
    user_id      uuid not null references users on delete cascade,
    epoch        integer not null default 1,
    ip           text not null,
    user_agent   text,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at   timestamptz not null
) with (fillfactor = 90);

create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);
