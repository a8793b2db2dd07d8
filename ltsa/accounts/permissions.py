"""The one table of roles: what each may do, as domain 4.1 has it. Rows are narrowed by `visible_to`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P


class Role(models.TextChoices):
    VILLAGE_VOLUNTEER = "village_volunteer", _("Kader desa")
    DESK_OFFICER = "desk_officer", _("Petugas LTSA")
    COUNSELLOR = "counsellor", _("Konselor MRC / pendamping serikat")
    COMPANION = "companion", _("Pendamping organisasi perempuan")
    SUPERVISOR = "supervisor", _("Supervisor")
    DISTRICT_ADMIN = "district_admin", _("Admin kabupaten")
    VIEWER = "viewer", _("Pemirsa")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Pejabat pelindungan data pribadi")
    SYSTEM_ADMIN = "system_admin", _("Admin sistem")


COUNSELLING = {
    P.INBOX_SEE,
    P.CLIENT_SEE,
    P.CLIENT_CREATE,
    P.CLIENT_EDIT,
    P.CLIENT_REVEAL,
    P.CLIENT_MERGE,
    P.SESSION_SEE,
    P.SESSION_CREATE,
    P.CASE_SEE,
    P.CASE_CREATE,
    P.CASE_WORK,
    P.CASE_HAND_OVER,
    P.REFERRAL_SEE,
    P.REFERRAL_SEND,
    P.FIGURES_OWN,
}

ROLES: dict[str, frozenset[P]] = {
    Role.VILLAGE_VOLUNTEER: frozenset({P.INBOX_SEE, P.VILLAGE_REQUEST_CREATE}),
    Role.DESK_OFFICER: frozenset(
        COUNSELLING
        | {
            P.CLIENT_SEARCH_DISTRICT,
            P.CLIENT_IMPORT,
            P.DESK_SERVE,
            P.VILLAGE_REQUEST_HANDLE,
            P.REFERRAL_TRANSFER,
        }
    ),
    Role.COUNSELLOR: frozenset(
        COUNSELLING
        | {
            P.CASE_RESTRICTED,
            P.CASE_EXPORT,
            P.CASE_LOCK,
            P.PSYCHOSOCIAL_CARE,
            P.REFERRAL_ANSWER,
            P.DIRECTORY_OWN,
        }
    ),
    Role.COMPANION: frozenset(
        COUNSELLING
        | {
            P.CASE_RESTRICTED,
            P.CASE_EXPORT,
            P.CASE_LOCK,
            P.PSYCHOSOCIAL_CARE,
            P.REFERRAL_ANSWER,
            P.DIRECTORY_OWN,
        }
    ),
    Role.SUPERVISOR: frozenset(
        COUNSELLING
        | {
            P.CLIENT_IMPORT,
            P.PSYCHOSOCIAL_CARE,
            P.DESK_SERVE,
            P.CASE_RESTRICTED,
            P.CASE_CLOSE,
            P.CASE_REASSIGN,
            P.CASE_EXPORT,
            P.CASE_LOCK,
            P.GLASS_ASK,
            P.GLASS_ALLOW,
            P.OWN_ORGANISATION_SEE,
            P.REFERRAL_ANSWER,
            P.REFERRAL_OVERRIDE,
            P.REFERRAL_TRANSFER,
            P.DIRECTORY_OWN,
            P.DUTY_MANAGE,
            P.VILLAGE_REQUEST_HANDLE,
            P.PEOPLE_MANAGE_OWN,
        }
    ),
    Role.DISTRICT_ADMIN: frozenset(
        {
            P.INBOX_SEE,
            P.CLIENT_SEE_MASKED,
            P.CASE_LIST_BARE,
            P.REFERRAL_TIMING,
            P.FIGURES_DISTRICT,
            P.PEOPLE_MANAGE_DISTRICT,
            P.MASTER_DATA_MANAGE,
        }
    ),
    Role.VIEWER: frozenset({P.INBOX_SEE, P.FIGURES_NATION}),
    Role.DATA_PROTECTION_OFFICER: frozenset(
        {P.INBOX_SEE, P.AUDIT_SEE, P.GLASS_ALLOW, P.PEOPLE_CONFIRM, P.ORGANISATION_CONFIRM}
    ),
    Role.SYSTEM_ADMIN: frozenset({P.INBOX_SEE, P.SYSTEM_SEE, P.GLASS_ASK, P.NATION_MANAGE}),
}
