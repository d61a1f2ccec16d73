-- Case and accents do not tell two texts apart when people search or sort: one leading space, words one space apart.
-- Emoji are words, although Unicode counts them as punctuation.
create function fold(words text) returns text
    language sql immutable strict parallel safe
    return ' ' || btrim(regexp_replace(
            lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f\ufe0f]', '', 'g') collate pg_c_utf8),
            '([[:space:]]|(?![\u2190-\u2bff\U0001f000-\U0001faff])[[:punct:]])+', ' ', 'g'));

create type role as enum ('user', 'admin', 'guest');

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

-- A session lives as long as its row: whatever ends it deletes it.
create table sessions (
    id         uuid primary key,
    user_id    uuid not null references users on delete cascade,
    ip         text not null,
    user_agent text,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);

-- Two logs of moments, one row a subject. Keys are hashes, evenly spread, so that a sweep from a random key on meets
-- every row in time without an index that each hit would have to keep up. A crash may empty them: no one is locked out.
create unlogged table rate_windows (
    key  uuid primary key,
    hits timestamptz[] not null
) with (fillfactor = 50);

create unlogged table attempts (
    key          uuid primary key,
    failures     timestamptz[] not null,
    locked_until timestamptz
) with (fillfactor = 50);

-- No foreign key: what happened stays on record when an account is gone, by its opaque id alone.
create table audit_events (
    id         bigint generated always as identity primary key,
    event      text not null,
    user_id    uuid,
    ip         text,
    request_id text,
    at         timestamptz not null default now()
);

create index audit_events_by_user on audit_events (user_id, id);
