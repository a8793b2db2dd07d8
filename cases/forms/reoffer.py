from .referral import ReferralForm, asked_before


class RewriteForm(ReferralForm):
    """A draft once more, as it was written, to the same house or another; her consent is asked anew."""

    def __init__(self, *args, draft, **kwargs):
        asked = asked_before(draft, kwargs["user"]) | {"to": draft.to_id}
        initial = asked | (kwargs.pop("initial", None) or {})
        super().__init__(*args, case=draft.case, initial=initial, **kwargs)


class ReofferForm(ReferralForm):
    """The same request to the next house: everything as it was asked, but a consent of its own."""

    def __init__(self, *args, previous, chosen="", **kwargs):
        self.previous = previous
        asked = asked_before(previous, kwargs["user"])
        asked["to"] = chosen or previous.suggested_id
        initial = asked | (kwargs.pop("initial", None) or {})
        super().__init__(*args, case=previous.case, initial=initial, **kwargs)
        self.fields["to"].queryset = self.fields["to"].queryset.exclude(pk=previous.to_id)

    def proposals(self) -> list:
        return [one for one in super().proposals() if one.organisation.pk != self.previous.to_id]
