"""Ten questions to a work contract, each answered by one tap."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from ..codes import ContractAnswer, ContractItem
from ..contracts import QUESTIONS


class ContractForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number, item in enumerate(ContractItem, start=1):
            self.fields[item.value] = forms.ChoiceField(
                label=f"{number}. {item.label}",
                choices=ContractAnswer.choices,
                widget=forms.RadioSelect,
                help_text=QUESTIONS[item],
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*self.fields)
