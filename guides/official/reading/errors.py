"""The error of a file that cannot be read."""


class FileError(Exception):
    """A file that is not what it should be; the message tells the user what is wrong with it."""
