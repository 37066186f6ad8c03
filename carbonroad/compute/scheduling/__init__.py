"""The network and its schedule: early and late dates, floats, the chains that decide."""
