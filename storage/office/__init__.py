"""The office: its units, the people in them and the chats that reach them, its days off, and whether it sends."""
