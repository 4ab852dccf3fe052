"""WHAT THE OFFICE KNOWS: tables and queries, the pure rules in `rules/`, the bytes of evidence in `evidence/`.

Storage stands at the bottom of the house: it imports no other room. Functions take an open connection `db` first,
never commit, and are told the time.
"""
