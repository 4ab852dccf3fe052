"""What is fast enough, as ratios against floors measured side by side in one run: `python -m tests.benchmarks`."""
