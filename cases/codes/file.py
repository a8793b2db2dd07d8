from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    """What a file of a case is (domain 3.4: evidence, documents)."""

    EVIDENCE = "evidence", _("Bukti")
    IDENTITY = "identity", _("KTP, paspor, atau KK")
    CONTRACT = "contract", _("Perjanjian kerja")
    PAYSLIP = "payslip", _("Slip gaji atau bukti potongan")
    LETTER = "letter", _("Surat")
    MINUTES = "minutes", _("Risalah atau kesepakatan")
    PAYMENT_PROOF = "payment_proof", _("Bukti pembayaran")
    POWER_OF_ATTORNEY = "power_of_attorney", _("Surat kuasa")
    OTHER = "other", _("Lainnya")
