"""Points through the year.

`marking` says how a criterion is marked; `marks` (self), `council`, `verify` and `explain` are the stages, `unmarked` tells
who is missing; `year` and `windows` open and lock them, `publish` ends a year, `next_year` begins one, `last_year` is held
against it; `rules` are the office's targets.
"""
