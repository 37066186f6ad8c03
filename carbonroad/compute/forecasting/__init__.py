"""When things come from the data date on, beside the plan."""
