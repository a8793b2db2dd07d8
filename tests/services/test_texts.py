from django.utils import translation

from services.codes import Purpose
from services.models import ConsentText
from services.texts import SCRIPTS, VERSION


def test_the_words_of_the_forms_are_those_of_the_kept_version(db):
    with translation.override("id"):
        said = {purpose.value: str(text) for purpose, text in SCRIPTS.items()}
    kept = dict(ConsentText.objects.filter(version=VERSION).values_list("purpose", "script"))
    assert kept == said
    assert set(kept) == set(Purpose.values)


def test_the_paper_says_that_she_may_stop_and_that_service_stays(db):
    for text in ConsentText.objects.filter(version=VERSION):
        assert "menarik persetujuan ini kapan saja" in text.text
        assert "Layanan tetap sama" in text.text
