"""Papers: values in, file out."""
