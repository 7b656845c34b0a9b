def snapshot(t):
    return t.detach().clone().numpy()
