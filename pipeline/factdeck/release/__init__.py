"""What is handed out: packages, and what is said about them."""
