"""Which findings count: settings, suppression comments, the baseline; and the repairs that are made."""
