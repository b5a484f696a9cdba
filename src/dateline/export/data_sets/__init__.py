"""Events as the data sets of this field have them: GDELT, ICEWS, Phoenix, POLECAT."""
