"""Documents of rows.

`files` is where they arrive, `row_of_files` finds their row, `evidence` keeps and hands out, `sharing` lets one serve many rows;
`unplaced` and `placing` are for those without a row, `readings` for what was read on them; `upload` is the page for large ones.
"""
