"""Events: claims that tell the same thing, merged, with where they agree and where they do not."""
