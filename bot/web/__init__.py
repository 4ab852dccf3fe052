"""The web room: the chat page, joining, invitations on paper, webhooks and health."""
