"""What lets a chat or a browser in: invites, links and codes of six digits, the devices that came in, and what they upload."""
