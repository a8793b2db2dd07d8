"""What can be done to the master data of a district, a file a subject."""

from .agencies import change_agency, check_agency, count_complaints, create_agency
from .agency_list import import_agencies, look_through
from .organisations import (
    add_agreement,
    add_holiday,
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
from .standards import change_standard, create_standard, end_standard

__all__ = [
    "add_agreement",
    "add_holiday",
    "change_agency",
    "change_organisation",
    "change_service_point",
    "change_standard",
    "check_agency",
    "close_service_point",
    "count_complaints",
    "create_agency",
    "create_organisation",
    "create_service_point",
    "create_standard",
    "end_agreement",
    "end_organisation",
    "end_standard",
    "import_agencies",
    "look_through",
    "remove_holiday",
    "reopen_service_point",
    "resume_organisation",
    "verify_organisation",
    "verify_service_point",
    "write_letterhead",
]
