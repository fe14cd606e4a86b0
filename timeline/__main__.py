"""``python -m timeline``: the commands of `timeline.cli`."""

from timeline.cli import main

if __name__ == "__main__":
    main()
