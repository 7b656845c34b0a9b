"""quizapp teaches PyTorch's basics so that they stay learnt."""

__version__ = "0.1.0"
