"""Assignment tables of invented offices: each module builds one file and holds its truth, by the rules of the readers."""
