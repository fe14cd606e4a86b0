"""Who is named where: the gazetteer, people whom only an article introduces, pronouns and what stands for them."""
