"""Files that are handed out: values in, a file out; no database, no clock."""
