"""Who names mean: known actors, officers by the date of the report, strangers by what surrounds them."""
