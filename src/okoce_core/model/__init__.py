"""The canonical model: entities, the dated facts about them, and their public form okoce-records/1."""

from okoce_core.model.entities import Enterprise, Institution, Membership, Partner, Person, Sector
from okoce_core.model.facts import Employment, Headcount, Ownership, Participation, PartnerTotal, Permit, Seasonal
from okoce_core.model.recordset import Enterprises, People, RecordSet
from okoce_core.model.statements import Statement, Statements

__all__ = [
    "Employment", "Enterprise", "Enterprises", "Headcount", "Institution", "Membership", "Ownership", "Participation",
    "Partner", "PartnerTotal", "People", "Permit", "Person", "RecordSet", "Seasonal", "Sector", "Statement",
    "Statements",
]  # fmt: skip
