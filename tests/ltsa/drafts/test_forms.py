import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser

from ltsa.drafts.actions import find_draft, save_draft
from ltsa.drafts.forms import bound_or_draft

PAGE = "/formulir/?untuk=1"


class StoryForm(forms.Form):
    title = forms.CharField(initial="(baru)")
    on = forms.DateField()
    safe = forms.BooleanField(required=False, initial=True)
    topics = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B"), ("c", "C")])
    at = forms.SplitDateTimeField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"] = forms.ChoiceField(choices=[("x", "X"), ("y", "Y")])


@pytest.fixture
def officer(cast):
    return cast.meja_cirebon


@pytest.fixture
def shown(rf, officer):
    """The form as the page would show it to the officer, or to `user`."""

    def show(user=None, path=PAGE):
        request = rf.get(path)
        request.user = user or officer
        return bound_or_draft(StoryForm, request)

    return show


def draft_of(rf, officer, path=PAGE, **fields):
    return save_draft(path, rf.post("/", fields).POST, by_id=officer.pk)


def test_a_draft_comes_back_as_it_was_typed(rf, officer, shown):
    typed = {
        "title": "",
        "on": "31/31/2026",
        "topics": ["a", "c"],
        "place": "y",
        "at_0": "1/2/2026",
    }
    draft_of(rf, officer, **typed)
    form = shown()
    assert form.draft == find_draft(officer, PAGE)
    assert not form.is_bound
    assert form["title"].value() == ""
    assert form["on"].value() == "31/31/2026"
    assert form["topics"].value() == ["a", "c"]
    assert form["place"].value() == "y"
    assert form["safe"].value() is False
    assert 'value="1/2/2026"' in str(form["at"])


def test_without_a_draft_the_form_is_as_new(shown):
    form = shown()
    assert form.draft is None
    assert (form["title"].value(), form["safe"].value()) == ("(baru)", True)


def test_a_draft_belongs_to_one_person_and_one_page(rf, officer, cast, shown):
    draft_of(rf, officer, title="Rahasia")
    assert shown(user=cast.konselor_cirebon).draft is None
    assert shown(path="/formulir/?untuk=2").draft is None


def test_a_visitor_has_no_draft_and_no_stamp(shown):
    form = shown(user=AnonymousUser())
    assert (form.draft, form.stamp) == (None, "")


@pytest.mark.parametrize("hostile", ["", "x", "\0", "1" * 5000])
def test_a_hostile_key_is_replaced(rf, officer, hostile):
    request = rf.post(PAGE, {"idempotency_key": hostile})
    request.user = officer
    assert len(bound_or_draft(StoryForm, request).key) == 36


def test_the_key_stays_the_same_when_the_form_comes_back_with_errors(rf, officer, shown):
    key = shown().key
    request = rf.post(PAGE, {"idempotency_key": key})
    request.user = officer
    assert bound_or_draft(StoryForm, request).key == key


def test_a_step_inside_a_form_keeps_what_was_typed_and_shows_no_error(rf, officer):
    request = rf.post(PAGE, {"title": "", "on": "kemarin", "topics": ["b"]})
    request.user = officer
    form = bound_or_draft(StoryForm, request, midway=True)
    assert not form.is_bound
    assert form.draft is None
    assert (form["on"].value(), form["topics"].value()) == ("kemarin", ["b"])
    assert find_draft(officer, PAGE).body["on"] == ["kemarin"]
