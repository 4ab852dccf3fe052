"""The command line, one file a subject; every command is given its arguments, the store and the time."""
