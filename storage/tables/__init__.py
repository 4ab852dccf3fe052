"""The tables, one file a subject; importing this package knows them all."""

from storage.tables.acting import Cause, PlanStep
from storage.tables.base import Base, Instant, Points
from storage.tables.doors import Pass, Upload, UploadSession
from storage.tables.evidence import Evidence, EvidenceFor, Fetch
from storage.tables.messages import Budget, ChannelState, Conversation, Inbox, Lease, Outage, Outbox
from storage.tables.office import Address, Attempt, Day, Invite, Person, RoleHeld, Unit
from storage.tables.rights import DataRequest
from storage.tables.trace import Audit, AuditHead, Load, Misheard
from storage.tables.web import WebChat, WebMessage, WebSession
from storage.tables.work import (
    Assignment,
    Campaign,
    Criterion,
    Extension,
    Handover,
    Leave,
    Opinion,
    Question,
    Score,
    Snooze,
    Split,
    Support,
    Update,
    Verdict,
)

__all__ = [
    "Address",
    "Assignment",
    "Attempt",
    "Audit",
    "AuditHead",
    "Base",
    "Budget",
    "Campaign",
    "Cause",
    "ChannelState",
    "Conversation",
    "Criterion",
    "DataRequest",
    "Day",
    "Evidence",
    "EvidenceFor",
    "Extension",
    "Fetch",
    "Handover",
    "Inbox",
    "Instant",
    "Invite",
    "Lease",
    "Leave",
    "Load",
    "Misheard",
    "Opinion",
    "Outage",
    "Outbox",
    "Pass",
    "Person",
    "PlanStep",
    "Points",
    "Question",
    "RoleHeld",
    "Score",
    "Snooze",
    "Split",
    "Support",
    "Unit",
    "Update",
    "Upload",
    "UploadSession",
    "Verdict",
    "WebChat",
    "WebMessage",
    "WebSession",
]
