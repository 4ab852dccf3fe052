"""Personal data: what is kept of a person, requests about it, erasure, and whose data an incident touched."""
