"""The one exception that a user is meant to see."""


class UserError(Exception):
    """factdeck cannot go on, for a reason that its user can mend.

    The message is one or more whole sentences that name the file (and line) and say
    what to do. Only the command line catches it: it prints the message and exits 2.
    """
