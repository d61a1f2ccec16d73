"""Turns a database URL into the variables that psql, pg_dump and Flyway read."""

import os
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"


def split(url):
    """Parses a URL. JDBC's form has user and password in the query; they are moved in front of the host."""
    parts = urlsplit(url.removeprefix("jdbc:"))
    if not url.startswith("jdbc:"):
        return parts
    options = dict(parse_qsl(parts.query.replace("+", "%2B"), keep_blank_values=True))
    user, password = (quote(options.pop(name, ""), safe="") for name in ("user", "password"))
    return parts._replace(netloc=f"{user}:{password}@{parts.netloc}", query=urlencode(options))


def variables(url):
    parts = split(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.hostname or not parts.username:
        raise ValueError("the URL must be jdbc:postgresql://… or postgres://user:password@host/database")
    options = tls(dict(parse_qsl(parts.query)), parts.hostname)
    path = parts.path.lstrip("/") or "postgres"
    login = {
        "PGHOST": parts.hostname,
        "PGPORT": str(parts.port or 5432),
        "PGDATABASE": unquote(path),
        "PGUSER": unquote(parts.username),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGSSLMODE": options["sslmode"],
        "PGCONNECT_TIMEOUT": "15",  # a database that has scaled to zero needs seconds
    }
    if "channel_binding" in options:
        login["PGCHANNELBINDING"] = options["channel_binding"]
    if "sslrootcert" in options:
        login["PGSSLROOTCERT"] = options["sslrootcert"]
    elif options["sslmode"] == "verify-full":
        login["PGSSLROOTCERT"] = AUTHORITIES if os.path.exists(AUTHORITIES) else "system"
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return login | {
        "FLYWAY_URL": f"jdbc:postgresql://{host}:{parts.port or 5432}/{path}?{urlencode(jdbc(options))}",
        "FLYWAY_USER": login["PGUSER"],
        "FLYWAY_PASSWORD": login["PGPASSWORD"],
    }


def tls(options, host):
    """Adds verification of the server's certificate, also where the URL says `require` as Neon shows it."""
    if host in ("localhost", "127.0.0.1", "::1"):
        return {"sslmode": "prefer"} | options
    mode = options.get("sslmode", "verify-full")
    return options | {"sslmode": "verify-full" if mode == "require" else mode}


def jdbc(options):
    renamed = {name.replace("channel_binding", "channelBinding"): value for name, value in options.items()}
    if options.get("sslrootcert") == "system":  # the driver would take it for the name of a file
        del renamed["sslrootcert"]
    if options["sslmode"] == "verify-full" and "sslrootcert" not in renamed:
        renamed["sslfactory"] = "org.postgresql.ssl.DefaultJavaSSLFactory"
    return renamed
