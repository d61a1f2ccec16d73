-- Accounts may have no password: people can sign in with an identity provider. A new email waits in `pending_email` until
-- the link that is sent to it is followed.
-- squawk-ignore ban-drop-not-null -- the release before takes an account without a hash for an unknown one
alter table users alter column password_hash drop not null;
alter table users add column email_verified boolean not null default false;
alter table users add column pending_email text
    constraint users_pending_email_length check (char_length(pending_email) between 3 and 255);

-- Messages to be sent. A row is inserted by the statement that causes the message, and deleted after SMTP has accepted it.
-- Whoever sends it moves `due_at` first, so that no other sender takes it. A row without recipient, for a user who does not
-- exist, is inserted where an answer must not tell, not even by its time, whether an account exists: the next sender deletes
-- it. So there is no foreign key, whose check would take time for accounts that exist; deleting an account deletes its rows.
create table mails (
    id         uuid primary key,
    kind       text not null,
    user_id    uuid not null,
    recipient  text,
    attempts   integer not null default 0,
    created_at timestamptz not null default now(),
    due_at     timestamptz not null default now()
) with (fillfactor = 85);

create index mails_by_due on mails (due_at);
create index mails_of_user on mails (user_id);

-- Tokens of the links in messages, as SHA-256. A token is made when its message is sent, so the database never has it, and
-- a message that is sent twice has two tokens. It is valid for the address to which it was sent.
create table mail_tokens (
    hash         bytea primary key,
    user_id      uuid not null references users on delete cascade,
    kind         text not null,
    email        text not null,
    requested_at timestamptz not null,
    expires_at   timestamptz not null
);

create index mail_tokens_of_user on mail_tokens (user_id, kind);
create index mail_tokens_by_expiry on mail_tokens (expires_at);

-- Accounts at identity providers with which users sign in. The issuer's subject identifies one, never its email.
create table identities (
    issuer       text not null,
    subject      text not null,
    provider     text not null,
    user_id      uuid not null references users on delete cascade,
    email        text,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    primary key (issuer, subject),
    constraint identities_one_per_provider unique (user_id, provider)
);

-- Second factors (RFC 6238). `secret` is encrypted with a key that is not in the database, named by `key_id`. It counts
-- from `confirmed_at` on. `last_step` is the time step of the code used last: a code works once.
create table totp_secrets (
    user_id      uuid primary key references users on delete cascade,
    key_id       text not null,
    secret       bytea not null,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz,
    last_step    bigint not null default 0
) with (fillfactor = 85);

-- Codes that stand in for a lost second factor, as SHA-256. Each works once: using it deletes it.
create table recovery_codes (
    user_id uuid not null references users on delete cascade,
    hash    bytea not null,
    primary key (user_id, hash)
);

create or replace function delete_account(deleted_user uuid) returns void
    language plpgsql as $$
begin
    perform from task_feeds where user_id = deleted_user for update;
    delete from users where id = deleted_user;
    delete from mails where user_id = deleted_user;
    perform blank_addresses(deleted_user);
end
$$;

grant select, insert, update, delete on mails, mail_tokens, identities, totp_secrets, recovery_codes to todo_app;
