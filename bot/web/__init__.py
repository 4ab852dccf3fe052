"""The web room: webhooks and health now, pages later."""
