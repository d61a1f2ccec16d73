create type priority as enum ('low', 'medium', 'high', 'urgent');

-- One row for each user who has tasks. Whoever writes a user's tasks locks it first, so their changes commit one after
-- the other, each with a later moment than the one before: `changed_at` is the latest. The moments are the order of the
-- change feed, in which nothing is ever seen before something earlier. `forgotten` is the latest deletion of which no
-- tombstone is left. `pending` and `completed` count the tasks.
create table task_feeds (
    user_id    uuid primary key references users on delete cascade,
    changed_at timestamptz not null,
    forgotten  timestamptz not null default 'epoch',
    pending    integer not null default 0,
    completed  integer not null default 0,
    constraint task_feeds_counts check (pending >= 0 and completed >= 0)
) with (fillfactor = 90);

create table tasks (
    id           uuid primary key,
    user_id      uuid not null references task_feeds on delete cascade,
    title        text not null,
    description  text,
    priority     priority not null,
    due_date     timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    completed_at timestamptz,
    completed    boolean not null generated always as (completed_at is not null) stored,
    version      integer not null default 1,
    title_key    text collate "C" not null generated always as (sort_key(title)) stored,
    search       text not null generated always as (fold(title || ' ' || coalesce(description, ''))) stored,
    constraint tasks_title_length check (char_length(title) between 1 and 200),
    constraint tasks_description_length check (char_length(description) <= 1000),
    constraint tasks_version_grows check (version >= 1)
) with (vacuum_index_cleanup = on);

-- Every order of a list, with and without a status, is a walk along one of these. The second one is the change feed too.
create index tasks_by_creation on tasks (user_id, completed, created_at, id);
create index tasks_by_change on tasks (user_id, completed, updated_at, id);
create index tasks_by_due_date on tasks (user_id, completed, due_date, id);
create index tasks_by_priority on tasks (user_id, completed, priority, id);
create index tasks_by_title on tasks (user_id, completed, title_key, id);

create table tombstones (
    user_id    uuid not null references task_feeds on delete cascade,
    deleted_at timestamptz not null,
    task_id    uuid not null,
    primary key (user_id, deleted_at)
);

-- What a request with this key has done: to which tasks, and to which version each came. Its text is in the request.
create table idempotency_keys (
    user_id     uuid not null references task_feeds on delete cascade,
    key         text not null,
    fingerprint text not null,
    task_ids    uuid[] not null,
    versions    integer[] not null,
    created_at  timestamptz not null,
    primary key (user_id, key),
    constraint idempotency_keys_length check (char_length(key) between 1 and 255)
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
