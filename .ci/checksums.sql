-- For every table: its name, the number of rows, and a checksum that depends on the rows but not on their order.
-- Run by .ci/backup and .ci/restore. The rows' text must not depend on the session.
set timezone = 'UTC';
set datestyle = 'ISO';
set intervalstyle = 'postgres';
set extra_float_digits = 1;
set bytea_output = 'hex';
select format(
    'select %1$L, count(*), coalesce(sum((''x'' || left(md5(t::text), 16))::bit(64)::bigint), 0) from %1$s as t',
    pg_class.oid::regclass)
from pg_class join pg_namespace on pg_namespace.oid = relnamespace
where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema'
order by 1
\gexec
