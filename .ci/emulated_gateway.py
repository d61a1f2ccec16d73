"""Gateway responses and preflight responses of the stack in MiniStack, which does not import them."""

import json

import boto3

import emulated

# The template's conditions that they depend on, for this stage.
CONDITIONS = {"IsAtRoot": True, "HasManyOrigins": False}


def complete():
    """Adds and deploys them, and returns the API's URL."""
    gateway = boto3.client("apigateway")
    api = gateway.get_rest_apis()["items"][0]["id"]
    body = boto3.client("cloudformation").get_template(StackName="todo", TemplateStage="Processed")["TemplateBody"]
    description = (json.loads(body) if isinstance(body, str) else body)["Resources"]["Api"]["Properties"]["Body"]
    for name, response in resolved(description["x-amazon-apigateway-gateway-responses"]).items():
        gateway.put_gateway_response(restApiId=api, responseType=name, **response)
    for resource in gateway.get_resources(restApiId=api, limit=500)["items"]:
        operations = description["paths"].get(resource["path"], {})
        if "options" in operations:
            mock = resolved(operations["options"]["x-amazon-apigateway-integration"])
            preflight = {"restApiId": api, "resourceId": resource["id"], "httpMethod": "OPTIONS"}
            gateway.put_method_response(**preflight, statusCode="200")
            gateway.put_integration_response(**preflight, **mock["responses"]["default"])
    gateway.create_deployment(restApiId=api, stageName=emulated.STAGE)
    return f"{emulated.endpoint}/_aws/execute-api/{api}/{emulated.STAGE}"


def resolved(node):
    """The value of a part of the template, without the members that have no value."""
    match node:
        case {"Ref": "AWS::NoValue"}:
            return None
        case {"Fn::If": [condition, then, otherwise]}:
            return resolved(then if CONDITIONS[condition] else otherwise)
        case {"Fn::Sub": [text, variables]}:
            for name, value in resolved(variables).items():
                text = text.replace(f"${{{name}}}", str(value))
            return text
        case {"Fn::Sub": text}:
            return text.replace("${AllowedOrigin}", "http://localhost:3000")
        case dict():
            return {name: value for name, it in node.items() if (value := resolved(it)) is not None}
    return node
