import torch

swapped = t
