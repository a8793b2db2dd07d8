"""A block of a form that is rarely needed: folded, open when something in it is told or wrong."""

from crispy_forms.layout import Fieldset


class Folded(Fieldset):
    template = "components/folded.html"

    def __init__(self, legend, *fields, open: bool, words="", **kwargs):
        super().__init__(legend, *fields, **kwargs)
        self.open = open
        self.words = words  # read aloud before the questions
