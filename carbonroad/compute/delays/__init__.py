"""What a delay would do, and where days can be found that a deadline is short of."""
