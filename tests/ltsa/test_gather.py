from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ltsa.gather import gather
from ltsa.organisations.models import Organisation
from ltsa.timeline.models import Event
from services.models import CounsellingSession, Migrant

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(make_migrant):
    for n in range(3):
        make_migrant(
            full_name=f"Suharti Contohsari {n}",
            nik="3209305708990003",
            birth_date=date(1999, 8, 17),
            abilities={"seeing": n + 1},
            children=n,
        )


def test_it_gives_what_each_queryset_gives_by_itself_in_one_statement(
    told, django_assert_num_queries
):
    asked = [
        Migrant.objects.with_place().order_by("-children"),
        Migrant.objects.order_by("children").values_list("pk", "birth_date"),
        Organisation.objects.order_by("name")[:2],
        Event.objects.order_by("pk").select_related("by", "organisation"),
        CounsellingSession.objects.filter(started_at__gt=timezone.now()),
        Migrant.objects.none(),
        Migrant.objects.values_list("code", flat=True).order_by("code"),
    ]
    alone = [list(one) for one in asked]
    with django_assert_num_queries(1):
        together = gather(*asked)
    assert together == alone


def test_every_column_comes_back_as_it_is(told):
    (rows,) = gather(Migrant.objects.order_by("pk"))
    for row, alone in zip(rows, Migrant.objects.order_by("pk"), strict=True):
        for column in Migrant._meta.concrete_fields:
            both = getattr(row, column.attname), getattr(alone, column.attname)
            assert both[0] == both[1]
            assert type(both[0]) is type(both[1])


def test_what_is_selected_along_costs_no_statement(told):
    (rows,) = gather(Migrant.objects.with_place())
    with CaptureQueriesContext(connection) as caught:
        assert {row.village.parent.short_name for row in rows} == {"Kec. Gebang"}
        assert all(row.registered_by.name for row in rows)
    assert not len(caught)


def test_nothing_to_ask_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert gather(Migrant.objects.none()) == [[]]
