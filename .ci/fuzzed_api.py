"""Hooks of .ci/schemathesis: the accounts that send the requests, and real ids instead of generated ones.

Variables: BASE_URL, ROLE (none, guest, user or admin), ADMIN_EMAIL of an admin with the password of the examples.
"""

import os
import re
import zlib

import requests
import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData, UndefinedStatusCode, UnsupportedMethodResponse

PASSWORD = "correct horse battery staple"  # that of the examples, so that they change passwords and delete accounts
API = os.environ["BASE_URL"] + "/api/v1"
ROLE = os.environ["ROLE"]
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

TEXTS = ["name", "first_name", "last_name", "title", "search", "code", "totp"]

# Errors of requests that their schema allows, because it can't say the rule. The field's name, or the end of it.
RULES_WITHOUT_SCHEMA = {
    "cursor INVALID_VALUE": "a cursor is the opaque text of an earlier answer, for the same list",
    "cursor AMBIGUOUS": "a cursor is not given together with a page",
    "since INVALID_VALUE": "as cursor",
    "email INVALID_FORMAT": "letters of any language: patterns that all tools understand have no such class",
    "email TOO_LONG": "64 bytes before the @: a schema counts characters",
    "password WEAK_PASSWORD": "a password must not be common or easily guessed; its length is counted after NFKC",
    "new_password WEAK_PASSWORD": "as password",
    "current_password REQUIRED": "it is required to change the email only",
    "first_name REQUIRED": "first and last name are given together, and null counts as not given",
    "last_name REQUIRED": "as first_name",
    "redirect_uri NOT_ALLOWED": "it must be one of those that the server is configured with",
    **{f"{name} TOO_SHORT": "without surrounding white space, which a schema counts" for name in TEXTS},
    **{f"{name} INVALID_CHARACTER": "without a visible character, which a schema can't define" for name in TEXTS},
    "version WRONG_TYPE": "1.0 is a whole number in JSON Schema, but not for a strict parser",
}

http = requests.Session()


def request(method, path, body=None, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = http.request(method, API + path, json=body, headers=headers, timeout=30)
    answer.raise_for_status()
    return answer.json()


class Person:
    """A registered user with a task."""

    def __init__(self, role="user"):
        Person.count += 1
        email = f"person-{os.getpid()}-{Person.count}@example.org"
        answer = request("POST", "/auth/register", {"email": email, "password": PASSWORD})
        self.email, self.token, self.id = email, answer["access_token"], answer["user"]["id"]
        self.task = request("POST", f"/users/{self.id}/tasks", {"title": "Buy milk"}, self.token)["id"]
        self.session = request("GET", "/users/me/sessions", token=self.token)["sessions"][0]["id"]
        if role != "user":
            request("PATCH", f"/users/{self.id}", {"role": role}, administrator())

    def has_session(self):
        answer = http.get(API + "/users/me", headers={"Authorization": f"Bearer {self.token}"}, timeout=30)
        return answer.ok and answer.json()["role"] == ROLE

    def has_task(self):
        path = f"/users/{self.id}/tasks/{self.task}"
        return http.get(API + path, headers={"Authorization": f"Bearer {self.token}"}, timeout=30).ok


Person.count = 0


def administrator():
    answer = request("POST", "/auth/login", {"email": os.environ["ADMIN_EMAIL"], "password": PASSWORD})
    return answer["access_token"]


other = Person()
caller = None if ROLE == "none" else Person(ROLE)


if ROLE != "none":

    @schemathesis.auth(refresh_interval=None)
    class Bearer:
        """Sends the caller's current token."""

        def get(self, case, context):
            return caller.token

        def set(self, case, token, context):
            case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Replaces most valid ids by those of the caller, or of the other user. The choice depends on the id only."""
    owner = caller or other
    for name, value in dict(case.path_parameters or {}).items():
        choice = zlib.crc32(str(value).encode()) % 4
        real = {
            "user_id": [owner.id, owner.id, other.id, value],
            "task_id": [owner.task, owner.task, other.task, value],
            "session_id": [owner.session, other.session, other.session, value],
        }
        if name in real and UUID.fullmatch(str(value)):
            case.path_parameters[name] = real[name][choice]
        elif name == "provider" and choice and re.fullmatch("[a-z0-9-]{1,32}", str(value)):
            case.path_parameters[name] = "google"


@schemathesis.hook
def after_call(context, case, response):
    """Replaces an account that a request has deleted, deactivated, demoted or logged out, and deleted tasks."""
    global caller, other
    if case.method.upper() not in ("GET", "HEAD", "OPTIONS") and response.status_code < 300:
        if caller and not (caller.has_session() and caller.has_task()):
            caller = Person(ROLE)
        if not other.has_task():
            other = Person()


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Drops the failures that are none. Returns whether the failure counts."""
    if isinstance(failure, RejectedPositiveData) and response.status_code == 400:
        problem = response.json()
        # the token of a link is in a mail only
        return problem["error_code"] != "INVALID_TOKEN" and not all(
            is_without_schema(error, case) for error in problem.get("errors", [{"field": "", "code": ""}])
        )
    if isinstance(failure, UndefinedStatusCode) and response.status_code == 404:
        # the gateway refuses a request line and headers of more than 16 KB before it knows the route
        sent = response.request
        return len(sent.url) + sum(len(name) + len(value) for name, value in sent.headers.items()) < 16000
    # API Gateway does not know 405; 404 is documented for an unknown method
    return not (isinstance(failure, UnsupportedMethodResponse) and response.status_code == 404)


def is_without_schema(error, case):
    field = error["field"].split(".")[-1]
    if field in ("If-Match", "If-None-Match"):
        # Schemathesis takes 0 for valid, against the pattern, which is loose after the first tag of a list: a strict one
        # would need a stack frame for each tag in many languages
        value = case.headers.get(field) or ""
        return value == "0" or "," in value
    return f"{field} {error['code']}" in RULES_WITHOUT_SCHEMA
