"""The day it is in Viet Nam, wherever the server or the user stands."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today():
    return datetime.now(VIET_NAM).date()


def vietnamese(moment):
    """A moment as stored, in UTC and without a zone, by the clocks of Viet Nam."""
    return moment.replace(tzinfo=UTC).astimezone(VIET_NAM)
