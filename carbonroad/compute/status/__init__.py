"""Where an item stands on the data date, and the evidence that decides it."""
