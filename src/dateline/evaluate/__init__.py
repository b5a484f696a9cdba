"""Measuring what is read: frames against their examples, records against annotation."""
