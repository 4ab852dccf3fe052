"""Coming in and staying in reach: `start`, `help_`, `channels`, `devices`, `phones` (lost ones), `choices` (typed numbers)."""
