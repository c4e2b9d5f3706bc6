"""What answers it: analysis, ranking, the decision to cite or to abstain."""
