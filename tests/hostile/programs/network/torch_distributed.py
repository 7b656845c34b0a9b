# MUST: finished; torch's own ways to other processes
import datetime, torch
import torch.distributed as together
attempt("store", lambda: together.TCPStore("127.0.0.1", @@TCP@@, 1, False, timeout=datetime.timedelta(seconds=0.3)))
attempt("server", lambda: together.TCPStore("127.0.0.1", 0, 1, True, timeout=datetime.timedelta(seconds=0.3)))
attempt("group", lambda: together.init_process_group("gloo", init_method="tcp://127.0.0.1:@@TCP@@", rank=0, world_size=1, timeout=datetime.timedelta(seconds=0.3)))
