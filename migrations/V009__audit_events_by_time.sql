-- What happened in the last day is counted from here alone.
create index audit_events_by_kind on audit_events (event, at);
