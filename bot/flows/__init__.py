"""The steps: what a tap, a word or a file of a person leads to, one folder a subject.

A step is `step(turn, *arguments) -> Message | list[Message] | None`; it is reachable only where `bot/routes/` names it,
in the file of the same subject.

- `arriving`: the link, help, which chat, which browser, typed numbers
- `reporting`: one's own work and what is said of it
- `documents`: evidence, from its arrival to its place
- `checking`: accepted, or more is asked for
- `leading`: where the office stands, urging, one word or one date for many
- `scoring`: marks, explanations, the year
- `loading`: the assignment table, its doubts, its periods
- `coordinating`: people, days, rules, what went wrong
- `paperwork`: papers made and handed out

Shared by several: `staff` (whom a button means, who is told), `said` (words that wait for their row), `lines` (rows as today
makes them), `dates`, `naming`, `bulk`.
"""
