"""Items of wire services: ninjs, NewsML-G2 and NITF, the IPTC's three formats."""
