"""Articles in, facts out: quotations, statistics and specifications, each with the sentence that proves it."""
