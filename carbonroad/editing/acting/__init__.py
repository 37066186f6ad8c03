"""What can be done about a finding: repairs, suppressions, additions."""
