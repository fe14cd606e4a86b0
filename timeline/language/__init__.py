"""How Indonesian builds what it says: sentences, clauses, acts, modality, and who is said to say it."""
