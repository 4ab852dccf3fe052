"""One function a message: values in, a `Message` out. No rule, no database, no clock."""
