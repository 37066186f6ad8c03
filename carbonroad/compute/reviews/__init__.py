"""What a period brought, and how a roadmap stands: counts and lists."""
