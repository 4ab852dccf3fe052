"""WHAT THE CLOCK DOES: plan reminders, deliver the outbox, fetch files, keep house. APScheduler only rings the bell."""
