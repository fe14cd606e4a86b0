"""Claims: who did what when and where, as one sentence of one article tells it."""
