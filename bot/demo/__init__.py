"""A sample office that needs no token: the real flows, the real clock code, a console instead of a messenger, a set date."""
