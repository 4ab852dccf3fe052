"""An assignment table in the chat.

`sent_table` takes what was read, `load` shows and records it; `load_columns`, `load_doubts`, `load_people` settle what is
unclear before, `load_settle` and `split` (into periods) what is left after; `load_figures` counts; `amendments` tells whom a
change concerns.
"""
