# MUST: any; verdict!=pass; a program too long to send is an outcome, never an exception of the host
text = "@@HUGE@@"
