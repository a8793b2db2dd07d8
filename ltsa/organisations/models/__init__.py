from .agency import Agency
from .organisation import (
    Agreement,
    Holiday,
    Kind,
    Letterhead,
    OfferedService,
    Organisation,
    ServiceCode,
    ServicePoint,
)
from .standard import ServiceStandard

__all__ = [
    "Agency",
    "Agreement",
    "Holiday",
    "Kind",
    "Letterhead",
    "OfferedService",
    "Organisation",
    "ServiceCode",
    "ServicePoint",
    "ServiceStandard",
]
