"""The Qt app. Pages show what Qt-free models decide; nothing slow runs on the GUI thread."""
