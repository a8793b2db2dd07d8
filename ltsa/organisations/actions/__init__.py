"""What can be done to the master data of a district, a file a subject."""

from .addresses import (
    apply_address_changes,
    ask_address,
    cancel_address,
    confirm_address,
    refuse_address,
)
from .agencies import change_agency, check_agency, count_complaints, create_agency
from .agency_list import import_agencies, look_through
from .offers import add_offer, change_offer, lift_pause, pause_offer, remove_offer
from .opening import cancel_closure, declare_closure, set_opening_hours
from .organisations import (
    add_agreement,
    add_holiday,
    change_entry,
    change_organisation,
    change_service_point,
    close_service_point,
    create_organisation,
    create_service_point,
    end_agreement,
    end_organisation,
    remove_holiday,
    reopen_service_point,
    resume_organisation,
    verify_organisation,
    verify_service_point,
    write_letterhead,
)
from .served import serve_district, stop_serving
from .standards import change_standard, create_standard, end_standard, take_usual_standards
from .suspensions import (
    consent_suspension,
    lift_suspension,
    needs_consent,
    refuse_suspension,
    suspend_organisation,
)

__all__ = [
    "add_agreement",
    "add_holiday",
    "add_offer",
    "apply_address_changes",
    "ask_address",
    "cancel_address",
    "cancel_closure",
    "change_agency",
    "change_entry",
    "change_offer",
    "change_organisation",
    "change_service_point",
    "change_standard",
    "check_agency",
    "close_service_point",
    "confirm_address",
    "consent_suspension",
    "count_complaints",
    "create_agency",
    "create_organisation",
    "create_service_point",
    "create_standard",
    "declare_closure",
    "end_agreement",
    "end_organisation",
    "end_standard",
    "import_agencies",
    "lift_pause",
    "lift_suspension",
    "look_through",
    "needs_consent",
    "pause_offer",
    "refuse_address",
    "refuse_suspension",
    "remove_holiday",
    "remove_offer",
    "reopen_service_point",
    "resume_organisation",
    "serve_district",
    "set_opening_hours",
    "stop_serving",
    "suspend_organisation",
    "take_usual_standards",
    "verify_organisation",
    "verify_service_point",
    "write_letterhead",
]
