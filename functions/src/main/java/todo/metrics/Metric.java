package todo.metrics;

/// The metrics, each with its help text.
enum Metric {
    USERS("People with an account."),
    LIVE_SESSIONS("Live sessions."),
    TASKS("Tasks; when there are more than about 50,000, estimated from a sample."),
    OVERDUE_TASKS("Pending tasks past their due date; estimated as todo_tasks is."),
    TASKS_CREATED_LAST_DAY("Tasks created in the last 24 hours and not deleted since."),
    TASKS_COMPLETED_LAST_DAY("Tasks completed in the last 24 hours; estimated as todo_tasks is."),
    REGISTRATIONS_LAST_DAY("Accounts registered in the last 24 hours."),
    LOG_INS_LAST_DAY("Log-ins in the last 24 hours."),
    FAILED_LOG_INS_LAST_DAY("Log-ins with a wrong password or name in the last 24 hours."),
    LOCK_OUTS_LAST_DAY("Accounts locked in the last 24 hours after too many failed log-ins.");

    private final String help;

    Metric(String help) {
        this.help = help;
    }

    String help() {
        return help;
    }
}
