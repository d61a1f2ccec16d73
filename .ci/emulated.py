"""MiniStack, an emulator of AWS, and the stack that `sam deploy` creates there from what `sam build` made. Functions run
as processes of this machine, without Docker. Requires SAM's Python (boto3, yaml) and $ministack, the program."""

import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import boto3
import yaml

BUILT, DEPLOYED = Path(".aws-sam/build"), Path(".ministack")
STAGE = "local"
NATIVE = f"jni/libaws-lambda-jni.linux-{platform.machine().replace('aarch64', 'aarch_64')}.so"
# Lambda's options for a JVM, and a heap that lets many of them share a machine. Without the property, each JVM would
# overwrite the same file in /tmp with its native library, and crash others.
BOOTSTRAP = f"""#!/bin/sh
exec "$jdk/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
    -Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="$LAMBDA_TASK_ROOT/{NATIVE}" \\
    -classpath "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*:$LAMBDA_TASK_ROOT/runtime/*" \\
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
"""
RUNTIME = "aws-lambda-java-runtime-interface-client,aws-lambda-java-core,aws-lambda-java-serialization,utils-lite"

with socket.socket() as unused:
    unused.bind(("127.0.0.1", 0))
    port = unused.getsockname()[1]
endpoint = f"http://127.0.0.1:{port}"
os.environ |= {"AWS_ENDPOINT_URL": endpoint, "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1"}
os.environ |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


def start():
    log = Path("ministack.log")
    settings = {"GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0"}
    settings |= {"LAMBDA_EXECUTOR": "local", "TMPDIR": str(DEPLOYED.absolute())}
    process = subprocess.Popen(
        [os.environ["ministack"]],
        env=os.environ | settings,
        stdout=log.open("w"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    for _ in range(300):
        try:
            urlopen(f"{endpoint}/_ministack/health", timeout=5).close()
            return process
        except OSError:
            time.sleep(0.1)
    stop(process)
    sys.exit("MiniStack did not start: " + log.read_text())


def stop(process):
    """Also stops the functions, which are in its process group."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


def package():
    """Returns the built template with a runtime that MiniStack has. All functions are built from the same code."""
    shutil.rmtree(DEPLOYED, ignore_errors=True)
    code = DEPLOYED.absolute() / "code"
    shutil.copytree(BUILT / "GetTask", code)
    (code / "bootstrap").write_text(BOOTSTRAP)
    (code / "bootstrap").chmod(0o755)
    maven = ["mvn", "--batch-mode", "--quiet", "dependency:copy-dependencies", f"-DoutputDirectory={code / 'runtime'}"]
    subprocess.run([*maven, f"-DincludeArtifactIds={RUNTIME}"], check=True)
    client = next((code / "runtime").glob("aws-lambda-java-runtime-interface-client-*.jar"))
    ZipFile(client).extract(NATIVE, code)

    template = yaml.safe_load((BUILT / "template.yaml").read_text())
    shared = template["Globals"]["Function"]
    shared |= {"Runtime": "provided.al2023", "Architectures": ["x86_64"]}
    del shared["SnapStart"], shared["DeploymentPreference"]
    shared["Environment"]["Variables"]["AWS_ENDPOINT_URL"] = endpoint
    resources = {name: it for name, it in template["Resources"].items() if not needs_metric_math(it)}
    for resource in resources.values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "code"
    return template | {"Resources": resources}


def needs_metric_math(resource):
    """MiniStack does not have it. The dashboard shows alarms that use it."""
    return resource["Type"] == "AWS::CloudWatch::Dashboard" or "Metrics" in resource.get("Properties", {})


def store_secrets():
    password = Path(".todo/pgpass").read_text().split(":todo_app:")[1].strip()
    url = f"postgres://todo_app:{password}@localhost:{os.environ['DATABASE_PORT']}/postgres"
    manager = boto3.client("secretsmanager")
    manager.create_secret(Name=f"todo/{STAGE}/database", SecretString=url)
    manager.create_secret(Name=f"todo/{STAGE}/token-keys", SecretString=os.environ["TOKEN_KEYS"])
    manager.create_secret(Name=f"todo/{STAGE}/totp-keys", SecretString=os.environ["TOTP_KEYS"])


def deploy(template, limit=6000):
    """Deploys with this rate limit of a user and returns the stack's status. The limits of an address are off."""
    (DEPLOYED / "template.yaml").write_text(yaml.safe_dump(template, sort_keys=False))
    parameters = {"Stage": STAGE, "RateLimitRegister": 0, "RateLimitLogin": 0, "RateLimitUser": limit}
    parameters["TwoFactor"] = "true"
    command = ["sam", "deploy", "--stack-name", "todo", "--resolve-s3", "--capabilities", "CAPABILITY_IAM"]
    command += ["--no-confirm-changeset", "--parameter-overrides", *(f"{it[0]}={it[1]}" for it in parameters.items())]
    with Path("sam-deploy.log").open("a") as log:
        subprocess.run(command, cwd=DEPLOYED, stdout=log, stderr=subprocess.STDOUT, check=False)
    return boto3.client("cloudformation").describe_stacks(StackName="todo")["Stacks"][0]["StackStatus"]
