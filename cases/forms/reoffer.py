from ..actions.attachments import carried_files
from .referral import PREPARE, ReferralForm


class ReofferForm(ReferralForm):
    """The same request to the next house: everything as it was asked, but a consent of its own."""

    def __init__(self, *args, previous, **kwargs):
        self.previous = previous
        asked = {
            "services": previous.services,
            "priority": previous.priority,
            "needs": previous.needs,
            "disclose": previous.disclose,
            **{name: getattr(previous, name) for name in (*PREPARE, "delivery")},
            "to": previous.suggested_id,
            "attachments": carried_files(previous, by=kwargs["user"]),
        }
        initial = asked | (kwargs.pop("initial", None) or {})
        super().__init__(*args, case=previous.case, initial=initial, **kwargs)
        self.fields["to"].queryset = self.fields["to"].queryset.exclude(pk=previous.to_id)

    def proposals(self) -> list:
        return [one for one in super().proposals() if one.organisation.pk != self.previous.to_id]
