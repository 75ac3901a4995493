"""When two claims contradict each other: whether they may be compared, and whether they agree."""
