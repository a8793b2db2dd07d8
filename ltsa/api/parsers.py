from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from .errors import TooLarge


class SmallJSONParser(JSONParser):
    """JSON up to DATA_UPLOAD_MAX_MEMORY_SIZE: DRF reads past Django's own limit, and deep nesting breaks its parser."""

    def parse(self, stream, media_type=None, parser_context=None):
        declared = (parser_context or {})["request"].META.get("CONTENT_LENGTH") or "0"
        if not declared.isdecimal() or int(declared) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLarge(_("Isi kiriman terlalu besar."))
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError(_("Isi kiriman bertingkat terlalu dalam.")) from error
