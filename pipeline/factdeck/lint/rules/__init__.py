"""The rules, one to a file, found by walking this folder."""
