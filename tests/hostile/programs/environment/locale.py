# MUST: finished; HARMLESS; text is UTF-8 whatever the host's language is
import locale, sys
assert sys.getfilesystemencoding() == sys.stdout.encoding.lower() == "utf-8"
assert locale.getpreferredencoding(False).lower().replace("-", "") == "utf8"
locale.setlocale(locale.LC_ALL, "C")
assert f"{1234.5:n}" == "1234.5"
assert "ß".upper() == "SS"
print("中文 ✓")
