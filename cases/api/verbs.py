"""A verb as an endpoint: POST <resource>/{id}/<verb>/. What is possible decides cases/transitions.py alone."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied

from ltsa.api.errors import Conflict
from ltsa.api.fields import Whole
from ltsa.versions import Stale

from ..refusals import on_record
from ..transitions import NotPossible, NotYours


class VerbTold(serializers.Serializer):
    version = Whole(
        min_value=0,
        max_value=2**31 - 1,
        required=False,
        help_text="The version you read; a stale one answers 409. Without it the state alone decides.",
    )


def verb(
    name: str, act: Callable, body: type[serializers.Serializer] = VerbTold, *, says: str = ""
):
    """The endpoint of one verb; `act(row, by=, **body)` is the action that does it."""

    def do(self, request, pk):
        row, told = self.seen(pk), self.told(body)
        with on_record(row, name.strip("_"), by=request.user):
            done = self.once(lambda: done_by(self, act, row, told), model=type(row))
        return self.reply(self.seen(done.pk))

    # DRF binds the route to the function's name.
    do.__name__ = do.__qualname__ = name
    described = extend_schema(request=body, description=says or act.__doc__)(do)
    return action(detail=True, methods=["post"], url_path=name.strip("_"), url_name=name)(described)


def done_by(view, act: Callable, row, told: dict):
    """What the action returns; its refusals as the API says them."""
    try:
        return act(row, by=view.request.user, **told)
    except NotYours as error:
        raise PermissionDenied(str(error.says) or None) from error
    except NotPossible as error:
        message = _("Langkah ini tidak mungkin dari status sekarang.")
        raise Conflict(message, state=error.row.state) from error
    except Stale as error:
        message = _("Orang lain sudah mengubah data ini. Bandingkan dulu.")
        raise Conflict(message, current=view.shown([view.seen(error.current.pk)])[0]) from error
