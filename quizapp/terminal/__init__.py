"""Learning without a display: the day's cards, questions and exercises in a terminal, on the same journal."""
