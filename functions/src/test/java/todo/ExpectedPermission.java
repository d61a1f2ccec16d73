package todo;

import java.util.List;
import java.util.Map;
import todo.access.Permission;
import todo.access.Role;

/// A row of the permission table, which repeats the permissions on purpose: changing one requires changing
/// both. The request exercises the permission. `own` allows the caller's own resources, `any` also those of
/// other users, and `-` none.
record ExpectedPermission(Permission operation, Map<Role, String> allowed, String route, String body) {
    private static final String ALL = """
            WHO_AM_I          | own | own | own | GET /api/v1/users/me
            LOG_OUT           | own | own | own | POST /api/v1/auth/logout
            REPLACE_PROFILE   | own | -   | own | PUT /api/v1/users/me | {"email": "{email}"}
            CHANGE_PROFILE    | own | -   | own | PATCH /api/v1/users/me | {"name": "Countess"}
            CHANGE_PASSWORD   | own | own | own | PUT /api/v1/users/me/password | {"current_password": "{password}", "new_password": "an engine of analysis"}
            DELETE_ACCOUNT    | own | own | own | DELETE /api/v1/users/me | {"current_password": "{password}"}
            LIST_SESSIONS     | own | own | own | GET /api/v1/users/me/sessions
            END_SESSION       | own | own | own | DELETE /api/v1/users/me/sessions/{session_id}
            END_SESSIONS      | own | own | own | DELETE /api/v1/users/me/sessions
            SEND_VERIFICATION | own | own | own | POST /api/v1/users/me/email/verification
            REFRESH           | own | own | own | POST /api/v1/auth/refresh
            LIST_IDENTITIES   | own | own | own | GET /api/v1/users/me/identities
            LINK_IDENTITY     | own | own | own | POST /api/v1/users/me/identities | {identity}
            UNLINK_IDENTITY   | own | own | own | DELETE /api/v1/users/me/identities/{provider}
            EXPORT_ACCOUNT    | own | own | own | GET /api/v1/users/me/export
            GET_TWO_FACTOR    | own | own | own | GET /api/v1/users/me/totp
            BEGIN_TWO_FACTOR  | own | own | own | POST /api/v1/users/me/totp
            CONFIRM_TWO_FACTOR | own | own | own | POST /api/v1/users/me/totp/confirm | {"code": "{code}"}
            SWITCH_OFF_TWO_FACTOR | own | own | own | DELETE /api/v1/users/me/totp | {"current_password": "{password}", "code": "{code}"}
            REPLACE_RECOVERY_CODES | own | own | own | POST /api/v1/users/me/totp/recovery-codes | {"current_password": "{password}", "code": "{code}"}

            LIST_TASKS        | own | own | any | GET /api/v1/users/{user_id}/tasks
            GET_TASK          | own | own | any | GET /api/v1/users/{user_id}/tasks/{task_id}
            CREATE_TASK       | own | -   | own | POST /api/v1/users/{user_id}/tasks | {"title": "Buy milk"}
            REPLACE_TASK      | own | -   | own | PUT /api/v1/users/{user_id}/tasks/{task_id} | {"title": "Buy tea"}
            CHANGE_TASK       | own | -   | own | PATCH /api/v1/users/{user_id}/tasks/{task_id} | {"title": "Buy tea"}
            COMPLETE_TASK     | own | -   | own | PATCH /api/v1/users/{user_id}/tasks/{task_id}/complete
            DELETE_TASK       | own | -   | own | DELETE /api/v1/users/{user_id}/tasks/{task_id}
            BATCH_TASKS       | own | -   | own | POST /api/v1/users/{user_id}/tasks/batch | {"operations": [{"op": "create", "task": {"title": "Buy milk"}}]}
            LIST_CHANGES      | own | own | any | GET /api/v1/users/{user_id}/tasks/changes

            LIST_USERS        | -   | -   | any | GET /api/v1/users
            GET_USER          | -   | -   | any | GET /api/v1/users/{user_id}
            CHANGE_USER       | -   | -   | any | PATCH /api/v1/users/{user_id} | {"role": "guest"}
            DELETE_USER       | -   | -   | any | DELETE /api/v1/users/{user_id}
            LIST_AUDIT_EVENTS | -   | -   | any | GET /api/v1/audit-events
            METRICS           | -   | -   | own | GET /api/v1/metrics
            """;

    static List<ExpectedPermission> all() {
        return ALL.lines()
                .filter(line -> !line.isBlank())
                .map(ExpectedPermission::parse)
                .toList();
    }

    boolean allows(Role role, boolean own) {
        return switch (String.valueOf(allowed.get(role))) {
            case "any" -> true;
            case "own" -> own;
            case "-" -> false;
            default -> throw new IllegalArgumentException(allowed + " must be any, own or -");
        };
    }

    /// Whether the path contains a user id, which may be another user's.
    boolean namesUser() {
        return route.contains("{user_id}");
    }

    private static ExpectedPermission parse(String line) {
        var cells = line.split("\\s*\\|\\s*", 6);
        return new ExpectedPermission(
                Permission.valueOf(cells[0]),
                Map.of(Role.USER, cells[1], Role.GUEST, cells[2], Role.ADMIN, cells[3]),
                cells[4].strip(),
                cells.length > 5 ? cells[5] : "");
    }
}
