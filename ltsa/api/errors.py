"""Errors of the API as RFC 9457 problem JSON: {type, title, status, detail, errors: {field: [..]}}."""

from http import HTTPStatus

from django.core.exceptions import ValidationError as DjangoValidationError
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from ltsa.idempotency.actions import OtherBody


class Conflict(exceptions.APIException):
    """409: the verb is not possible now, or the version is stale; `current` is what the reader may see."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "Conflict"

    def __init__(self, detail, *, current: dict | None = None):
        super().__init__(detail)
        self.current = current or {}


def problem(error, context) -> Response | None:
    """DRF's exception handler; None lets an unknown error become a 500."""
    if isinstance(error, OtherBody):
        detail = _("Kunci Idempotency-Key ini sudah dipakai untuk isi yang lain.")
        return _answer(422, detail, {})
    if isinstance(error, DjangoValidationError):
        error = exceptions.ValidationError(_fields(error))
    response = exception_handler(error, context)
    if response is None:
        return None
    errors, detail = {}, ""
    if isinstance(error, exceptions.ValidationError):
        errors = response.data if isinstance(response.data, dict) else {"": response.data}
        detail = _("Ada isian yang perlu diperbaiki.")
    elif isinstance(response.data, dict):
        detail = str(response.data.get("detail", ""))
    answer = _answer(response.status_code, detail, errors)
    if isinstance(error, Conflict):
        answer.data["current"] = error.current
    for name in ("WWW-Authenticate", "Retry-After"):
        if response.has_header(name):
            answer[name] = response[name]
    return answer


def _answer(status_code: int, detail: str, errors: dict) -> Response:
    set_rollback()
    return Response(
        {
            "type": "about:blank",
            "title": HTTPStatus(status_code).phrase,
            "status": status_code,
            "detail": detail,
            "errors": errors,
        },
        status=status_code,
        content_type="application/problem+json",
    )


def _fields(error: DjangoValidationError) -> dict:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
