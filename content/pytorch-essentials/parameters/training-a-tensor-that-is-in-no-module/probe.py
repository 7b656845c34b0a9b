kind_and_rate = [type(opt).__name__, opt.param_groups[0]["lr"]]
