"""A child that works without end, and has one second for it; run by `limited.ask`."""

from storage import limited

if __name__ == "__main__":
    limited.limit(seconds=1)
    while True:
        pass
