from torch import nn


class Temporal(nn.Conv2d):
    def __init__(self, channels, k, stride):
        super().__init__(channels, channels, (k, 1), stride=(stride, 1), padding=(k // 2, 0), dilation=1)


temporal = Temporal
