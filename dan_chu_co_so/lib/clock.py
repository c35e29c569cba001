"""The day it is in Viet Nam, wherever the server or the user stands."""

from datetime import datetime
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today():
    return datetime.now(VIET_NAM).date()
