"""What reminders are planned from: the hours and steps that an office has set, and what was sent of them."""
