"""The parts of loading an assignment table: what the file gives, what stands, how they differ, how it is written."""
