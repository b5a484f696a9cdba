"""Answering a question: what it asks for, and what is found for it, ranked and cited."""
