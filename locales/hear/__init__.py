"""Understands what an official writes back."""
