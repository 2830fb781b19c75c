"""Rules of counting paper: pure Python, no Qt, no SQLite, no files, no clock."""
