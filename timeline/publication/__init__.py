"""What a page is and when it was published: its record, its own date, and why."""
