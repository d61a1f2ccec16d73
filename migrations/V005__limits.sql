-- How many requests a subject has made within a sliding window: thirteen counts of one step each, the newest first, so a
-- row never grows. `newest` is when the newest step began, in seconds since 1970. The oldest step lies partly outside the
-- window and is counted all the same, so the limit holds in every window. Subjects are hashes, evenly spread: a sweep from
-- a random one on meets every row in time without an index by age. A crash may empty the table; at worst one window's
-- requests are forgotten.
create unlogged table rate_windows (
    subject uuid primary key,
    newest  bigint not null,
    counts  integer[] not null
) with (fillfactor = 85);

-- Failed password checks. Logged, unlike the above: a restart unlocks nobody.
create table attempts (
    key          uuid primary key,
    failures     timestamptz[] not null,
    locked_until timestamptz
) with (fillfactor = 50);

-- When the current step began.
create function current_step(step_seconds integer) returns bigint
    language sql volatile
    return floor(extract(epoch from clock_timestamp()) / step_seconds)::bigint * step_seconds;

create function first_count(cost integer) returns integer[]
    language sql immutable parallel safe
    return array[cost, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

-- The counts as they are this many steps later.
create function moved(counts integer[], steps bigint) returns integer[]
    language plpgsql immutable strict as $$
begin
    if steps <= 0 then
        return counts;
    end if;
    return (array_fill(0, array[least(13, steps)::integer]) || counts)[1:13];
end
$$;

create function total(counts integer[]) returns integer
    language plpgsql immutable strict as $$
declare
    sum integer := 0;
    number integer;
begin
    foreach number in array counts loop
        sum := sum + number;
    end loop;
    return sum;
end
$$;

-- The counts with `cost` more in the newest step. Fails with SQLSTATE TD429 if that is more than `capacity`; null is no
-- limit.
create function added(counts integer[], cost integer, capacity integer) returns integer[]
    language plpgsql immutable as $$
begin
    if total(counts) + cost > capacity then
        raise 'RATE_LIMITED' using errcode = 'TD429';
    end if;
    counts[1] := counts[1] + cost;
    return counts;
end
$$;

-- What a subject has left of a window, and in how many seconds the next of what it has used comes back.
create function window_left(
    of_subject uuid, capacity integer, step_seconds integer, out remaining integer, out seconds double precision)
    language plpgsql as $$
declare
    current constant bigint := current_step(step_seconds);
    counts integer[];
    oldest integer;
begin
    select moved(w.counts, (current - newest) / step_seconds) into counts
    from rate_windows as w where subject = of_subject;
    remaining := capacity - coalesce(total(counts), 0);
    oldest := case when remaining < capacity then 13 else 1 end;
    while counts[oldest] = 0 loop
        oldest := oldest - 1;
    end loop;
    seconds := current + (14 - oldest) * step_seconds - extract(epoch from clock_timestamp());
end
$$;

-- Counts a request if its window has room for it, and says what is left. A capacity of 0 is no limit.
create function count_request(
    of_subject uuid, capacity integer, step_seconds integer,
    out admitted boolean, out remaining integer, out seconds double precision)
    language plpgsql as $$
begin
    insert into rate_windows as w (subject, newest, counts)
    select of_subject, current_step(step_seconds), first_count(1) where capacity > 0
    on conflict (subject) do update
    set newest = greatest(w.newest, excluded.newest),
        counts = added(moved(w.counts, (excluded.newest - w.newest) / step_seconds), 1, capacity)
    where total(moved(w.counts, (excluded.newest - w.newest) / step_seconds)) < capacity;
    admitted := found or capacity = 0;
    select w.remaining, w.seconds into remaining, seconds from window_left(of_subject, capacity, step_seconds) as w;
end
$$;

-- Counts what a failed statement did not: its own count was undone with it.
create function charge(of_subject uuid, cost integer) returns void
    language sql
begin atomic
    insert into rate_windows as w (subject, newest, counts)
    values (of_subject, current_step(5), first_count(cost))
    on conflict (subject) do update
    set newest = greatest(w.newest, excluded.newest),
        counts = added(moved(w.counts, (excluded.newest - w.newest) / 5), cost, null);
end;
