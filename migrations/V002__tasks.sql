create type priority as enum ('low', 'medium', 'high', 'urgent');

create table tasks (
    id           uuid primary key,
    user_id      uuid not null references users on delete cascade,
    title        text not null,
    description  text,
    priority     priority not null,
    due_date     timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    completed_at timestamptz,
    completed    boolean not null generated always as (completed_at is not null) stored,
    version      integer not null default 1,
    position     bigint not null,
    search       text not null generated always as (fold(title || ' ' || coalesce(description, ''))) stored,
    constraint tasks_title_length check (char_length(title) between 1 and 200),
    constraint tasks_description_length check (char_length(description) <= 1000),
    constraint tasks_version_grows check (version >= 1),
    constraint tasks_position unique (user_id, position)
) with (vacuum_index_cleanup = on);

create index tasks_by_creation on tasks (user_id, created_at desc, id desc);

-- The order in which one user's changes commit. The row is locked until commit, so a position is never seen before a
-- smaller one: whoever follows it skips nothing.
create table task_feeds (
    user_id  uuid primary key references users on delete cascade,
    position bigint not null
) with (fillfactor = 50);

create table tombstones (
    user_id    uuid not null references users on delete cascade,
    position   bigint not null,
    task_id    uuid not null,
    deleted_at timestamptz not null default now(),
    primary key (user_id, position)
);

-- A request's fingerprint and what the server added to it are enough to give the first answer again.
create table idempotency_keys (
    user_id     uuid not null references users on delete cascade,
    key         text not null,
    fingerprint text not null,
    task_id     uuid not null,
    created_at  timestamptz not null,
    primary key (user_id, key),
    constraint idempotency_keys_length check (char_length(key) between 1 and 255)
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
