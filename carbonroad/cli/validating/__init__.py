"""What `validate` does with roadmaps: checks them, repairs them, accepts what is found in them."""
