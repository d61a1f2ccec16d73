"""Checks of a running API. Each is a line in the table of .ci/rehearse, the file $summary."""

import json
import os
import time
import traceback
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

PROBLEM = {"type", "detail", "error_code", "timestamp", "path", "status_code", "request_id"}
failures = []


@contextmanager
def check(name):
    print(f"\n-- {name}", flush=True)
    start = time.monotonic()
    try:
        yield
        result = "passed"
    except Exception:
        traceback.print_exc()
        failures.append(name)
        result = "FAILED"
    with Path(os.environ["summary"]).open("a") as summary:
        summary.write(f"{result:7} {time.monotonic() - start:4.0f} s    {name}\n")


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected}, got {actual}")


class Api:
    def __init__(self, url):
        self.url = url

    def send(self, method, path, body=None, **headers):
        """Returns the response's status, headers and JSON."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.url + path, data, {"Content-Type": "application/json", **headers}, method=method)
        try:
            response = urlopen(request, timeout=60)
        except HTTPError as error:
            response = error
        with response:
            return response.status, response.headers, json.load(response)

    def session(self):
        """Registers a user and returns the path of the user's tasks, and the user's token as a header."""
        person = {"email": f"{uuid4()}@example.org", "password": "correct horse battery staple"}
        status, _, entered = self.send("POST", "/api/v1/auth/register", person)
        equal(status, 201)
        token = {"Authorization": "Bearer " + entered["access_token"]}
        tasks = f"/api/v1/users/{entered['user']['id']}/tasks"
        equal(self.send("POST", tasks, {"title": "Buy milk"}, **token)[0], 201)
        status, _, listed = self.send("GET", tasks, **token)
        equal((status, listed["total"]), (200, 1))
        return tasks, token


def expect_problem(answer, status, code):
    actual, headers, body = answer
    print(f"{actual} {body.get('error_code')}", flush=True)
    equal((actual, headers["Content-Type"]), (status, "application/problem+json"))
    equal((body["status_code"], body["error_code"]), (status, code))
    equal(PROBLEM - body.keys(), set())
