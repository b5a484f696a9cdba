"""Events across reports: who tells one, what it is told as, where tellings differ; their timeline and their stories."""
