"""Tests of the app: its logic by AppTest, and in a real browser what only a browser shows."""
