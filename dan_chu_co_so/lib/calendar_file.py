"""An event as a calendar file (.ics), which any calendar takes in."""

from datetime import timedelta

import vobject
from dateutil.tz import UTC


def event(
    uid, summary, begins, ends=None, *, location="", text="", link="", version=0, written=None
):
    """The bytes of the file.

    `begins` and `ends` are moments in UTC without a zone, or a day if no time is known yet. A
    calendar that has the event under this `uid` replaces it by the one of the higher `version`.
    """
    calendar = vobject.iCalendar()
    calendar.add("method").value = "PUBLISH"
    entry = calendar.add("vevent")
    entry.add("uid").value = uid
    entry.add("sequence").value = str(version)
    entry.add("summary").value = summary
    entry.add("dtstart").value = _moment(begins)
    entry.add("dtend").value = _moment(ends or _end_of(begins))
    if written:
        entry.add("dtstamp").value = _moment(written)
    for name, value in (("location", location), ("description", text), ("url", link)):
        if value:
            entry.add(name).value = value
    return calendar.serialize().encode()


def _moment(value):
    return value.replace(tzinfo=UTC) if _has_time(value) else value


def _end_of(begins):
    """A day ends before the next one; of a meeting nothing is known but that it begins."""
    return begins + (timedelta(hours=4) if _has_time(begins) else timedelta(days=1))


def _has_time(value):
    return hasattr(value, "hour")
