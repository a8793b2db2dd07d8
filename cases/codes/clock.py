"""The clocks of cases and referrals (domain 4.3 and 5)."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseClock(models.TextChoices):
    VERIFICATION = "case_verification", _("Verifikasi kasus baru")
    TAKE_ON = "case_take_on", _("Menunggu petugas")
    WAITING = "waiting_for_client", _("Menunggu klien")
    REVIEW = "case_review", _("Langkah berikut")
    TASK = "step_due", _("Tugas")
    PROMISE = "promise_due", _("Janji mediasi")
    COMMITMENT = "clarification_commitment", _("Janji klarifikasi kedua")
    ANSWER = "referral_answer", _("Jawaban rujukan")
    CONTACT = "referral_first_contact", _("Kontak pertama rujukan")
    NEWS = "referral_news", _("Kabar dari penerima rujukan")
    CLOSING = "referral_closing", _("Penyelesaian rujukan")


# Stand still while the client is waited for; what others owe goes on.
PAUSED_BY_WAITING = (CaseClock.REVIEW, CaseClock.TASK)
# After so much more than its limit somebody outside the house sees that a restricted case waits (domain 4 rule 1).
OUTSIDE_AFTER = {
    "emergency": timedelta(hours=2),
    "urgent": timedelta(hours=24),
    "normal": timedelta(days=3),
}
OF_THE_CASE = (CaseClock.VERIFICATION, CaseClock.TAKE_ON, CaseClock.WAITING, CaseClock.REVIEW)
