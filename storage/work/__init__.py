"""The year's criteria, who answers for them by when, and all that is planned, reported and asked about them."""
