"""Every page, as everyone whom the door lets in: no template of ours names a variable that nobody gave."""

import pytest
from django.template import engines
from django.template.loader import render_to_string

from tests.guards.world import addresses, readers
from tests.undefined_variables import Undefined

FINE = (200, 204, 302, 400, 403, 404, 405, 409)


def test_the_suite_runs_with_names_that_must_be_given():
    template = engines["django"].from_string("{{ nobody_gave_this }}")
    assert template.render() == ""  # of a string, not of a file of ours
    with pytest.raises(Undefined):
        render_to_string("components/figure.html", {})


def test_every_page_is_given_what_its_templates_name(world, signed_in, cast):
    wrong = {}
    for path, needs in addresses(world):
        for who in readers(needs, cast):
            try:
                status = signed_in(who).get(path).status_code
            except Exception as error:
                wrong[f"{type(error).__name__}: {error}"] = (path, who)
            else:
                if status not in FINE:
                    wrong[path] = (who, status)
    assert wrong == {}
