"""Who did what towards whom as a directed network: GraphML and GEXF."""
