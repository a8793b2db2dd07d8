"""Forms of the master data of a district. Each is saved by an action, never by the form."""

from .agencies import (
    AgencyEditForm,
    AgencyField,
    AgencyForm,
    AgencyImportForm,
    offered_agencies,
)
from .guarded import AddressForm, ConfirmAddressForm, ConsentForm, SuspendForm
from .offers import OfferEditForm, OfferForm, PauseForm
from .opening import ClosureForm, EntryForm, HoursForm
from .organisations import (
    AgreementForm,
    HolidayForm,
    LetterheadForm,
    MasterDataForm,
    OrganisationEditForm,
    OrganisationForm,
    ServicePointEditForm,
    ServicePointForm,
)
from .served import ServedDistrictForm
from .standards import StandardEditForm, StandardForm

__all__ = [
    "AddressForm",
    "AgencyEditForm",
    "AgencyField",
    "AgencyForm",
    "AgencyImportForm",
    "AgreementForm",
    "ClosureForm",
    "ConfirmAddressForm",
    "ConsentForm",
    "EntryForm",
    "HolidayForm",
    "HoursForm",
    "LetterheadForm",
    "MasterDataForm",
    "OfferEditForm",
    "OfferForm",
    "OrganisationEditForm",
    "OrganisationForm",
    "PauseForm",
    "ServedDistrictForm",
    "ServicePointEditForm",
    "ServicePointForm",
    "StandardEditForm",
    "StandardForm",
    "SuspendForm",
    "offered_agencies",
]
