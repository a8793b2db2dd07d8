from .address import AddressChange
from .agency import Agency
from .codes import DisabilityAccess, Kind, Language, ServiceCode
from .offer import Closure, OfferedService, OpeningHours
from .organisation import (
    Agreement,
    Holiday,
    Letterhead,
    Organisation,
    ServicePoint,
)
from .served import ServedDistrict
from .standard import ServiceStandard
from .suspension import Suspension

__all__ = [
    "AddressChange",
    "Agency",
    "Agreement",
    "Closure",
    "DisabilityAccess",
    "Holiday",
    "Kind",
    "Language",
    "Letterhead",
    "OfferedService",
    "OpeningHours",
    "Organisation",
    "ServedDistrict",
    "ServiceCode",
    "ServicePoint",
    "ServiceStandard",
    "Suspension",
]
