"""Reading dates: the recogniser finds expressions of time, the normaliser says which days they mean."""
