"""The IAMC's wide table: its headers, and the scenarios of what was measured and of what is asked for."""

HEADERS = ("Model", "Scenario", "Region", "Variable", "Unit")
"""Behind them stand the years."""
HISTORICAL, TARGET, REFERENCE, STRETCH = "Historical", "Target", "Reference", "Stretch"
LOW, HIGH = " Low", " High"
"""What the rows of a range's two ends add to the scenario's name."""
SERIES = {"actual": HISTORICAL, "target": TARGET, "reference": REFERENCE}
"""The series of a pathway → their scenarios."""
