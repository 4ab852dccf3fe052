"""What the coordinator keeps in order.

`office` is the menu; `people`, `roles`, `invites`, `handover` are about who works here, `rights` about data kept of them;
`days`, `sittings`, `policy` (typed values: `policy_words`) and `keeping` about when and how long; `doubts` and `trouble` about
what went wrong.
"""
