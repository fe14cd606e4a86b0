"""One module per command, each with one function of its name; `timeline.cli` imports the one that is asked for."""
