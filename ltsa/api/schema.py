"""The schema at /api/v1/schema/ tells what the API does in truth: every answer, the errors of the house included."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_bearer_security_scheme_object
from rest_framework import serializers

from .repeats import HEADER, KEY

PROBLEM = "application/problem+json"
MEANING = {
    400: "A value is missing or wrong; `errors` says where.",
    401: "No token, or one that has expired.",
    403: "Your role, or the other side of the referral, may not do this.",
    404: "Not there, or not yours to see.",
    405: "This address does not know that method.",
    406: "Only JSON is spoken here.",
    409: "Not possible from the present `state`, or changed meanwhile: `current`.",
    413: "The body is larger than 2 MB.",
    415: "The body is no JSON.",
    422: "This Idempotency-Key came before with another body.",
    429: "This token has read as many client rows as it may in an hour; `Retry-After` says when to go on.",
}


class Problem(serializers.Serializer):
    """RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(allow_blank=True)
    errors = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="Messages by field; `consent.method` for a field inside another one.",
    )


class ConflictProblem(Problem):
    state = serializers.CharField(required=False, help_text="The present state.")
    current = serializers.DictField(
        required=False, help_text="The values now, as you may see them."
    )


class HouseSchema(AutoSchema):
    """Adds to each operation what all have in common: the problems, and the key of a repeated POST."""

    def get_operation_id(self):
        """migrants_list, referrals_send: unique, and a name that a client library can use."""
        words = [word.replace("-", "_") for word in self._tokenize_path()]
        action = getattr(self.view, "action", self.method.lower()).strip("_")
        return "_".join(words if words[-1] == action else [*words, action])

    def _get_parameters(self):
        parameters = super()._get_parameters()
        if self.method == "POST":
            parameters.append(
                {
                    "in": "header",
                    "name": HEADER,
                    "schema": {"type": "string", "pattern": KEY},
                    "description": "A repeat with the same key answers for the first row.",
                }
            )
        return parameters

    def _get_response_bodies(self, direction="response"):
        answers = super()._get_response_bodies(direction)
        for code in self._problems():
            shape = ConflictProblem if code == 409 else Problem
            answer = self._get_response_for_code(shape, str(code), [PROBLEM], direction)
            answers.setdefault(str(code), answer | {"description": MEANING[code]})
        return answers

    def _problems(self) -> list[int]:
        codes = [401, 403, 405, 406]
        if "{" in self.path:
            codes.append(404)
        if self.method != "GET" or any(one["in"] == "query" for one in self._get_parameters()):
            codes.append(400)
        if self.method != "GET":
            codes += [409, 413, 415]
        if self.method == "POST":
            codes.append(422)
        if getattr(self.view, "of_people", False) and ("{" in self.path or self.method == "GET"):
            codes.append(429)
        return sorted(codes)


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "ltsa.accounts.tokens.TokenAuthentication"
    name = "Token"

    def get_security_definition(self, auto_schema):
        return build_bearer_security_scheme_object("Authorization", "Token")
