"""What .ci/preflight and .ci/deploy know of a stage: its stack and the parameters that it is deployed with."""

import os
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PREVIEW = re.compile(r"pr-\d{1,9}")


def stack(stage):
    return configured(stage)["stack_name"]


def configured(stage):
    """The stage's `deploy` section of samconfig.toml. Previews of pull requests have that of `preview`."""
    sections = tomllib.loads((ROOT / "samconfig.toml").read_text())
    name = "preview" if PREVIEW.fullmatch(stage) else stage
    if name not in sections or name == "version":
        sys.exit(f"samconfig.toml has no stage {stage}.")
    section = dict(sections[name]["deploy"]["parameters"])
    if name == "preview":
        section["stack_name"] = f"todo-{stage}"
    return section


def declared():
    """Parameters of template.yaml with their defaults, as text."""
    section = (ROOT / "template.yaml").read_text().split("\nParameters:\n")[1].split("\nConditions:\n")[0]
    parameters = {}
    for line in section.splitlines():
        if name := re.match(r"  (\w+):", line):
            default = re.search(r"Default: ('[^']*'|[^,}]+)", line)
            parameters[name[1]] = default[1].strip().strip("'") if default else None
    return parameters


def parameters(stage):
    """Those of samconfig.toml, overridden by the lines `Name=value` of the variable PARAMETERS."""
    given = [*configured(stage).get("parameter_overrides", []), *os.environ.get("PARAMETERS", "").splitlines()]
    chosen = {"Stage": stage}
    for assignment in filter(None, map(str.strip, given)):
        name, equals, value = assignment.partition("=")
        if not equals:
            sys.exit(f"PARAMETERS: {assignment!r} is not Name=value.")
        chosen[name] = value
    return chosen
