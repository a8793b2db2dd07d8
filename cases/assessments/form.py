"""What a form of an assessment is made of. A version, once used, is never changed: a new one stands in a new file.

Answers are kept as {question: code} with the version beside them, and are read with the texts of that version.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import TextChoices

Answers = dict[str, str]


@dataclass(frozen=True)
class Question:
    """`only_if`: (another question, its answers that open this one); otherwise it is not asked, and not kept."""

    code: str
    text: object
    answers: type[TextChoices]
    unknown: str = "unknown"  # the answer of whoever would rather not say
    hint: object = ""
    only_if: tuple[str, tuple[str, ...]] | None = None

    def is_asked(self, answers: Answers) -> bool:
        return self.only_if is None or answers.get(self.only_if[0]) in self.only_if[1]


@dataclass(frozen=True)
class Part:
    title: object
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Finding:
    """`code`: a Risk or a Screening. `reasons`: in words, what it rests on."""

    code: str
    reasons: list = field(default_factory=list)


@dataclass(frozen=True)
class Version:
    """One version of one form: `form` is an AssessmentForm, `scored` a function of cleaned answers."""

    form: str
    version: str
    title: object
    parts: tuple[Part, ...]
    results: type[TextChoices]
    scored: Callable[[Answers], Finding]

    @property
    def questions(self) -> list[Question]:
        return [question for part in self.parts for question in part.questions]

    def cleaned(self, answers: Answers) -> Answers:
        """Every question that is asked, with a code it knows; what was skipped is left out."""
        kept: Answers = {}
        for question in self.questions:
            if question.is_asked(kept):
                given = answers.get(question.code, "")
                kept[question.code] = (
                    given if given in question.answers.values else question.unknown
                )
        return kept

    def finding(self, answers: Answers) -> Finding:
        return self.scored(self.cleaned(answers))

    def label(self, result: str) -> str:
        return str(self.results(result).label) if result in self.results.values else result

    def told(self, answers: Answers) -> list[dict]:
        """[{title, rows of {term, value}}] in the words of this version."""
        return [
            {
                "title": part.title,
                "rows": [
                    {"term": one.text, "value": one.answers(answers[one.code]).label}
                    for one in part.questions
                    if answers.get(one.code) in one.answers.values
                ],
            }
            for part in self.parts
        ]
