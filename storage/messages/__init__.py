"""What comes in and goes out: the inbox, the outbox, what each conversation awaits, and who may tick and send."""
