"""Towns, regions and countries, words around toponyms, codes and outlines."""
