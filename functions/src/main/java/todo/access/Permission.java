package todo.access;

import static java.util.stream.Collectors.joining;
import static todo.access.Role.ADMIN;
import static todo.access.Role.GUEST;
import static todo.access.Role.USER;

import java.util.Set;
import todo.values.Choices;

/// The table of permissions. Each has the roles that have it for their own resources, then the roles that have
/// it for resources of other users. The guard takes the caller's role from the database, never from the token.
public enum Permission {
    WHO_AM_I(Set.of(USER, ADMIN, GUEST), Set.of()),
    LOG_OUT(Set.of(USER, ADMIN, GUEST), Set.of()),
    REPLACE_PROFILE(Set.of(USER, ADMIN), Set.of()),
    CHANGE_PROFILE(Set.of(USER, ADMIN), Set.of()),
    CHANGE_PASSWORD(Set.of(USER, ADMIN, GUEST), Set.of()),
    DELETE_ACCOUNT(Set.of(USER, ADMIN, GUEST), Set.of()),
    LIST_SESSIONS(Set.of(USER, ADMIN, GUEST), Set.of()),
    END_SESSION(Set.of(USER, ADMIN, GUEST), Set.of()),
    END_SESSIONS(Set.of(USER, ADMIN, GUEST), Set.of()),
    SEND_VERIFICATION(Set.of(USER, ADMIN, GUEST), Set.of()),
    REFRESH(Set.of(USER, ADMIN, GUEST), Set.of()),
    LIST_IDENTITIES(Set.of(USER, ADMIN, GUEST), Set.of()),
    LINK_IDENTITY(Set.of(USER, ADMIN, GUEST), Set.of()),
    UNLINK_IDENTITY(Set.of(USER, ADMIN, GUEST), Set.of()),
    EXPORT_ACCOUNT(Set.of(USER, ADMIN, GUEST), Set.of()),
    GET_TWO_FACTOR(Set.of(USER, ADMIN, GUEST), Set.of()),
    BEGIN_TWO_FACTOR(Set.of(USER, ADMIN, GUEST), Set.of()),
    CONFIRM_TWO_FACTOR(Set.of(USER, ADMIN, GUEST), Set.of()),
    SWITCH_OFF_TWO_FACTOR(Set.of(USER, ADMIN, GUEST), Set.of()),
    REPLACE_RECOVERY_CODES(Set.of(USER, ADMIN, GUEST), Set.of()),

    LIST_TASKS(Set.of(USER, ADMIN, GUEST), Set.of(ADMIN)),
    GET_TASK(Set.of(USER, ADMIN, GUEST), Set.of(ADMIN)),
    CREATE_TASK(Set.of(USER, ADMIN), Set.of()),
    REPLACE_TASK(Set.of(USER, ADMIN), Set.of()),
    CHANGE_TASK(Set.of(USER, ADMIN), Set.of()),
    COMPLETE_TASK(Set.of(USER, ADMIN), Set.of()),
    DELETE_TASK(Set.of(USER, ADMIN), Set.of()),
    BATCH_TASKS(Set.of(USER, ADMIN), Set.of()),
    LIST_CHANGES(Set.of(USER, ADMIN, GUEST), Set.of(ADMIN)),

    LIST_USERS(Set.of(ADMIN), Set.of(ADMIN)),
    GET_USER(Set.of(ADMIN), Set.of(ADMIN)),
    CHANGE_USER(Set.of(ADMIN), Set.of(ADMIN)),
    DELETE_USER(Set.of(ADMIN), Set.of(ADMIN)),
    LIST_AUDIT_EVENTS(Set.of(ADMIN), Set.of(ADMIN)),
    METRICS(Set.of(ADMIN), Set.of());

    private final String onOwn;
    private final String onOthers;

    Permission(Set<Role> onOwn, Set<Role> onOthers) {
        this.onOwn = array(onOwn);
        this.onOthers = array(onOthers);
    }

    boolean isReadingTasks() {
        return this == LIST_TASKS || this == GET_TASK || this == LIST_CHANGES;
    }

    /// The roles that have the permission for their own resources, as a PostgreSQL array.
    String onOwn() {
        return onOwn;
    }

    /// The roles that have the permission for other users' resources, as a PostgreSQL array.
    String onOthers() {
        return onOthers;
    }

    private static String array(Set<Role> roles) {
        return roles.stream().map(Choices::spelled).collect(joining(",", "{", "}"));
    }
}
