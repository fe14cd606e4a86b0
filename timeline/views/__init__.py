"""Tables to figures and rows, pure."""
