"""Pages and widgets of the app."""
