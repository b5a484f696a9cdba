"""Entities and what ties them, for tools of investigation: followthemoney and STIX."""
