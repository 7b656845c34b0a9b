"""`python -m quizapp.worker SETTING`: a fork server, as `quizapp.sandbox.launch` starts it."""

import sys

import msgspec

from quizapp.sandbox.control import ServerSetting
from quizapp.worker.fork_server import serve

serve(msgspec.json.decode(sys.argv[1], type=ServerSetting))
