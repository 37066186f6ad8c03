"""What formats of other programs have in common: charts, scenarios, names of regions."""
