"""Checks rules on the CloudFormation template into which SAM transforms template.yaml."""

import copy
import json
import logging
import os
import sys
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
logging.disable(logging.WARNING)

from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

PUBLIC = {
    ("post", "/api/v1/auth/register"), ("post", "/api/v1/auth/signup"), ("post", "/api/v1/auth/login"),
    ("post", "/api/auth/register"), ("post", "/api/auth/signup"), ("post", "/api/auth/login"),
    ("get", "/api/v1/health"), ("get", "/api/v1/health/db"), ("get", "/health"), ("get", "/health/db"),
    ("post", "/api/v1/auth/password/forgot"), ("post", "/api/v1/auth/password/reset"), ("post", "/api/v1/auth/email/verify"),
    ("get", "/api/v1/auth/providers"), ("post", "/api/v1/auth/providers/{provider}"),
    ("get", "/openapi.yaml"), ("get", "/openapi.json"), ("get", "/docs"), ("get", "/docs/{file}"), ("get", "/redoc"),
}  # fmt: skip


def transformed():
    template = yaml_parse(Path("template.yaml").read_text())
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/code"  # as after `sam package`
    return Translator({}, Parser()).translate(template, {})["Resources"]


def of_type(resources, kind):
    return [(name, it["Properties"]) for name, it in resources.items() if it["Type"] == kind]


def operations(resources):
    for path, methods in resources["Api"]["Properties"]["Body"]["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def unprotected(resources):
    """Every route but the public ones needs a token."""
    for method, path, operation in operations(resources):
        if method != "options" and (method, path) not in PUBLIC and {"Token": []} not in operation.get("security", []):
            yield f"{method} {path}"


def protected_preflights(resources):
    """No preflight request needs a token."""
    return (path for method, path, operation in operations(resources) if method == "options" and operation.get("security"))


def without_alias(resources):
    """API Gateway, schedules and queues invoke aliases, because SnapStart works for published versions only."""
    for method, path, operation in operations(resources):
        uri = json.dumps(operation.get("x-amazon-apigateway-integration", {}).get("uri", "Alias"))
        if "Alias" not in uri:
            yield f"{method} {path}"
    for name, mapping in of_type(resources, "AWS::Lambda::EventSourceMapping"):
        if "Alias" not in json.dumps(mapping["FunctionName"]):
            yield name
    for name, rule in of_type(resources, "AWS::Events::Rule"):
        if not all("Alias" in json.dumps(target["Arn"]) for target in rule["Targets"]):
            yield name


def shared_roles(resources):
    """Each function has its own role."""
    roles = [json.dumps(function["Role"]) for _, function in of_type(resources, "AWS::Lambda::Function")]
    return (role for role in set(roles) if roles.count(role) > 1)


def wildcards(resources):
    """No policy of a function's role allows all resources."""
    for name, role in of_type(resources, "AWS::IAM::Role"):
        for policy in role.get("Policies", []):
            policy = policy["Fn::If"][1] if "Fn::If" in policy else policy
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement.get("Resource") == "*":
                    yield name


def permissive_authorizer(resources):
    """The gateway caches the authorizer's answer and rejects malformed tokens before asking."""
    schemes = resources["Api"]["Properties"]["Body"]["components"]["securitySchemes"]
    authorizer = schemes["Token"]["x-amazon-apigateway-authorizer"]
    if not authorizer.get("identityValidationExpression") or authorizer.get("authorizerResultTtlInSeconds") != 300:
        yield "Token"


def publish_unsecured(copied):
    copied["Api"]["Properties"]["Body"]["paths"]["/api/v1/users/me"]["get"]["security"] = [{"NONE": []}]


def protect_preflight(copied):
    copied["Api"]["Properties"]["Body"]["paths"]["/api/v1/users/me"]["options"]["security"] = [{"Token": []}]


def drop_alias(copied):
    integration = copied["Api"]["Properties"]["Body"]["paths"]["/api/v1/users/me"]["get"]["x-amazon-apigateway-integration"]
    integration["uri"] = "arn:aws:lambda:function"


def share_role(copied):
    copied["GetTask"]["Properties"]["Role"] = copied["ListTasks"]["Properties"]["Role"]


def allow_everything(copied):
    copied["GetTaskRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"][0]["Resource"] = "*"


def accept_anything(copied):
    schemes = copied["Api"]["Properties"]["Body"]["components"]["securitySchemes"]
    schemes["Token"]["x-amazon-apigateway-authorizer"].pop("identityValidationExpression")


# Each rule, with a change that violates it.
RULES = {
    unprotected: publish_unsecured,
    protected_preflights: protect_preflight,
    without_alias: drop_alias,
    shared_roles: share_role,
    wildcards: allow_everything,
    permissive_authorizer: accept_anything,
}

resources = transformed()
failed = False
for rule, violate in RULES.items():
    bad = copy.deepcopy(resources)
    violate(bad)
    found = list(rule(resources))
    if not list(rule(bad)):
        found.append("the rule does not find a violation")
    print(("FAILED  " if found else "passed  ") + rule.__doc__, *found)
    failed |= bool(found)
sys.exit(failed)
