"""The check of reported work: `check` one row, `accepting` all complete ones, `opinions` of colleagues."""
