"""Errors of the API as RFC 9457 problem JSON: {type, title, status, detail, errors: {field: [..]}}."""

import logging
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import DataError, IntegrityError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from ltsa.audit.limits import TooMuch
from ltsa.idempotency.actions import OtherBody

log = logging.getLogger(__name__)

# about:blank says no more than the status; the phrase is in the reader's language.
TITLES = {
    400: _("Isi kiriman belum benar"),
    401: _("Perlu token"),
    403: _("Tidak diizinkan"),
    404: _("Tidak ditemukan"),
    405: _("Cara ini tidak dipakai di sini"),
    406: _("Bentuk jawaban ini tidak ada"),
    409: _("Bertabrakan"),
    413: _("Terlalu besar"),
    415: _("Bentuk kiriman ini tidak dibaca"),
    422: _("Tidak dapat diproses"),
    429: _("Terlalu banyak permintaan"),
}
# Whatever was asked for: no name of a model, no difference between what is hidden and what there never was.
SAME_FOR_ALL = {404: _("Tidak ditemukan."), 405: _("Cara ini tidak dipakai di alamat ini.")}


class Conflict(exceptions.APIException):
    """409. `state`: the verb is not possible from it; `current`: the values now, as the reader may see them."""

    status_code = status.HTTP_409_CONFLICT

    def __init__(self, detail, *, state: str = "", current: dict | None = None):
        super().__init__(detail)
        self.more = {"state": state} if state else {"current": current or {}}


class TooLarge(exceptions.APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE


def problem(error, context) -> Response | None:
    """DRF's exception handler; None lets an unknown error become a 500."""
    error = _as_api_error(error)
    response = exception_handler(error, context)
    if response is None:
        return None
    errors, detail = {}, ""
    if isinstance(error, exceptions.ValidationError):
        errors = dict(_flat(response.data))
        detail = gettext("Ada isian yang perlu diperbaiki.")
    elif isinstance(response.data, dict):
        detail = str(response.data.get("detail", ""))
    detail = SAME_FOR_ALL.get(response.status_code, detail)
    answer = _answer(response.status_code, detail, errors)
    answer.data |= getattr(error, "more", {})
    for name in ("WWW-Authenticate", "Retry-After"):
        if response.has_header(name):
            answer[name] = response[name]
    return answer


def _as_api_error(error):
    if isinstance(error, TooMuch):
        return exceptions.Throttled(
            error.wait, str(_("Batas baca data klien untuk satu jam sudah habis. Coba lagi nanti."))
        )
    if isinstance(error, OtherBody):
        return _Used(_("Kunci Idempotency-Key ini sudah dipakai untuk isi yang lain."))
    if isinstance(error, RequestDataTooBig):
        return TooLarge(_("Isi kiriman terlalu besar."))
    if isinstance(error, DjangoValidationError):
        return exceptions.ValidationError(_fields(error))
    if isinstance(error, DataError | IntegrityError):
        # A net below the serializers: the database refused a value that they let through.
        log.warning("The database refused a value of the API: %s", type(error).__name__)
        if isinstance(error, DataError):
            return exceptions.ValidationError({"": [_("Ada nilai yang tidak dapat disimpan.")]})
        return Conflict(_("Data ini bertabrakan dengan yang sudah tersimpan."))
    return error


class _Used(exceptions.APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY


def _answer(status_code: int, detail: str, errors: dict) -> Response:
    set_rollback()
    return Response(
        {
            "type": "about:blank",
            "title": str(TITLES.get(status_code, HTTPStatus(status_code).phrase)),
            "status": status_code,
            "detail": _printable(detail),
            "errors": errors,
        },
        status=status_code,
        content_type="application/problem+json",
    )


def _fields(error: DjangoValidationError) -> dict:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def _flat(data, path: str = ""):
    """(field, messages) pairs; a field inside another one is written `consent.method` or `counts.2.sex`."""
    if isinstance(data, dict):
        for name, inner in data.items():
            name = "" if name == "non_field_errors" else str(name)
            yield from _flat(inner, ".".join(part for part in (path, name) if part))
    elif all(isinstance(one, str) for one in data):
        if data:
            yield _printable(path), [_printable(one) for one in data]
    else:
        for place, inner in enumerate(data):
            yield from _flat(inner, f"{path}.{place}" if path else str(place))


def _printable(text: str) -> str:
    """Some messages quote what was sent; half a surrogate pair cannot be written as UTF-8."""
    return str(text).encode("utf-8", "replace").decode()
