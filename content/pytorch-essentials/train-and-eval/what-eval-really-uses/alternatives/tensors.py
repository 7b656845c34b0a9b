import torch


def running_stats(batches, momentum=0.1):
    mean, var = torch.zeros(()), torch.ones(())
    for batch in batches:
        v, m = torch.var_mean(torch.as_tensor(batch))
        mean = torch.lerp(mean, m, momentum)
        var = torch.lerp(var, v, momentum)
    return mean, var
