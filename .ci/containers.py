"""The containers of `sam local`, and how they reach the database of .ci/with-database."""

import json
import os
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from tempfile import NamedTemporaryFile
from threading import Thread

IMAGE = os.environ["image"]
OPTIONS = ["--invoke-image", IMAGE, "--skip-pull-image"]


class ToDatabase(BaseRequestHandler):
    """Forwards from the Docker bridge to the loopback address, the only one on which the local database listens."""

    def handle(self):
        with socket.create_connection(("127.0.0.1", int(os.environ["DATABASE_PORT"]))) as database:
            Thread(target=pass_on, args=(database, self.request), daemon=True).start()
            pass_on(self.request, database)


def pass_on(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # either side may close the connection


def host():
    """The address of this machine inside a container."""
    command = ["docker", "run", "--rm", IMAGE, "/bin/busybox", "ip", "route"]
    route = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return route.split("default via ")[1].split()[0]


@contextmanager
def settings():
    """The name of a file for `--env-vars`."""
    with (
        ThreadingTCPServer((host(), 0), ToDatabase) as database,
        NamedTemporaryFile("w", suffix=".json") as file,
    ):
        database.daemon_threads = True
        Thread(target=database.serve_forever, daemon=True).start()
        password = Path(".todo/pgpass").read_text().split(":todo_app:")[1].strip()
        url = f"postgres://todo_app:{password}@{database.server_address[0]}:{database.server_address[1]}/postgres"
        keys = {name: os.environ[name] for name in ("TOKEN_KEYS", "TOTP_KEYS")}
        json.dump({"Parameters": {"DATABASE_URL": url, "SMTP_URL": "file:/tmp/mail", **keys}}, file)
        file.flush()
        yield file.name
        database.shutdown()
