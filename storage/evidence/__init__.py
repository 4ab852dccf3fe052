"""Evidence: the bytes on disk (`files`), how they come home (`fetches`), and what they prove (`documents`).

`kinds`, `marks` and `numbers` are pure: what may be sent, what must not be, and document numbers as people type them.
"""
