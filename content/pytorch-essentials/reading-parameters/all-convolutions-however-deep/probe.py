deep = list(conv_names(build()))
wrapped = nn.Sequential(nn.ModuleList([build(), nn.ModuleDict({"last": nn.Conv2d(1, 1, 1)})]))
deeper = list(conv_names(wrapped))
alone = list(conv_names(nn.Conv2d(1, 1, 1)))
