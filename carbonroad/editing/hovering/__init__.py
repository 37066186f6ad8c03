"""What is told of the place under the mouse."""
