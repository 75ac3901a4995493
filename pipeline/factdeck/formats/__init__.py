"""Files of other programs, in and out; nothing here knows a value of factdeck."""
