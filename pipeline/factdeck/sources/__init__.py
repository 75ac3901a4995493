"""From paths and globs to sources: which files hold notes, and what is written in them.

What cannot be read does not stop the rest: it becomes a source without text, with a problem.
"""

from factdeck.sources.collect import SourceFile, collect, members, named
from factdeck.sources.read import read

__all__ = ["SourceFile", "collect", "members", "named", "read"]
