"""Marks and points: by whom each mark was given, what they sum to, the offices below, the years before and after."""
