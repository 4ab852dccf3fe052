"""What leaders see and do.

`progress` and `views` show, `communes` for a province, `asked` reads their words; `urging`, `acting`, `announcing` and `moving`
do something about it, over a part of the office (`parts`).
"""
