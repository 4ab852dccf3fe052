"""What waits for somebody's decision: checks of what was reported done, opinions asked of colleagues, more time."""
