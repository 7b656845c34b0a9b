# MUST: finished; HARMLESS; times are UTC, other zones can be looked up
import datetime, time, zoneinfo
assert time.timezone == 0, time.timezone
moment = datetime.datetime(2024, 7, 1, 12, tzinfo=datetime.timezone.utc)
try:
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
except zoneinfo.ZoneInfoNotFoundError:
    print("no zones on this machine")
else:
    assert moment.astimezone(zone).hour == 14
