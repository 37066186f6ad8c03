"""What follows from a linked system: days due, schedule, statuses, balance."""
