"""Quizzes at one's own pace: what is asked, how far one is, how it ended. Everything is rows of the journal."""
