"""``python -m factdeck``."""

import sys

if __name__ == "__main__":
    try:
        from factdeck.cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # while Python was still reading the above
        sys.exit(130)
