"""An official and the own rows.

`my_work` lists them, `row_of_words` finds the one that is meant, `heard` applies what was understood, `report` and `figures`
record it, `mistakes` takes it back; `period`, `plan`, `not_arising`, `time_off`, `leave`, `questions`, `months` are what else
is said of work; `learning` keeps what was not understood.
"""
