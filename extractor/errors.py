"""What can go wrong, drawn as one family.

    ExtractorError                 a message that names the file, the cause and the next step
    ├── CannotReadError       3    the file cannot be read
    │   ├── NotFoundError          no such file, or a folder where a file is wanted
    │   ├── EmptyFileError         nothing in it
    │   ├── WrongTypeError         a type of file that planuttrekk does not read
    │   │   └── OtherJsonError     JSON, but of something else
    │   ├── DamagedFileError       broken or cut off
    │   ├── EncryptedFileError     locked with a password
    │   ├── NoTextError            pictures of pages: no text layer
    │   ├── TooSlowError           reading it takes longer than it may
    │   ├── TooLargeError          it is larger, or takes more memory, than it may
    │   └── BrokenReaderError      the process that reads it ended
    ├── NothingFoundError     4    read, but no plan in it
    ├── NewerSchemaError      6    JSON written by a newer planuttrekk
    └── UnexpectedError       1    a fault of ours, met in a worker process

The exit code of the command line is the one of the error; see `ExitCode`.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command tells the shell."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    CANNOT_READ = 3
    NOTHING_FOUND = 4
    BATCH_WITH_FAILURES = 5
    NEWER_SCHEMA = 6
    FINDINGS = 7


class ExtractorError(Exception):
    """An error that the user can act on.

    Args:
        file: what the user called the file.
        cause: what is wrong with it, as a clause.
        remedy: what to do next, as a sentence.
    """

    exit_code = ExitCode.UNEXPECTED
    remedy = ""

    def __init__(self, file: str, cause: str, remedy: str | None = None) -> None:
        self.file = file
        self.cause = cause
        if remedy is not None:
            self.remedy = remedy
        super().__init__(f"{file}: {cause}. {self.remedy}".strip())

    def __reduce__(self) -> tuple[type[ExtractorError], tuple[str, str, str]]:
        """Let an error travel from a worker process to the one that reports it."""
        return type(self), (self.file, self.cause, self.remedy)


class CannotReadError(ExtractorError):
    """The file cannot be read at all."""

    exit_code = ExitCode.CANNOT_READ


class NotFoundError(CannotReadError):
    """There is no such file."""

    remedy = "Check the name and try again."


class EmptyFileError(CannotReadError):
    """The file holds nothing."""

    remedy = "Download or export the document again."


class WrongTypeError(CannotReadError):
    """The bytes are of a type that is not read."""

    remedy = "Save the document as PDF, Word (.docx), text or HTML and try again."


class OtherJsonError(WrongTypeError):
    """The JSON is of something else than what was asked for."""

    remedy = "Give a JSON file that planuttrekk wrote."


class DamagedFileError(CannotReadError):
    """The file is cut off or broken."""

    remedy = "Download it again, or open it in a PDF viewer and save it as a new PDF."


class EncryptedFileError(CannotReadError):
    """The file is locked with a password."""

    remedy = "Open it with the password and save a copy without one, then try again."


class NoTextError(CannotReadError):
    """The pages are pictures."""

    remedy = "Run OCR on it first (for example OCRmyPDF with Norwegian text), then extract again."


class TooSlowError(CannotReadError):
    """Reading it was stopped because it took too long."""

    remedy = "Print it to a new PDF in a PDF viewer, or split it, and try again."


class TooLargeError(CannotReadError):
    """It is larger than any plan, or reading it was stopped because it asked for too much memory."""

    remedy = "Print it to a new PDF in a PDF viewer, or split it, and try again."


class BrokenReaderError(CannotReadError):
    """The process that read it came to its end."""

    remedy = "Print it to a new PDF in a PDF viewer and try again."


class NothingFoundError(ExtractorError):
    """The document was read, and it is neither a plan nor another document of a kommune."""

    exit_code = ExitCode.NOTHING_FOUND
    remedy = "Check that this is the plan itself and not a cover letter, a form or a picture."


class NewerSchemaError(ExtractorError):
    """The JSON was written by a newer version."""

    exit_code = ExitCode.NEWER_SCHEMA
    remedy = "Update planuttrekk and try again."


class UnexpectedError(ExtractorError):
    """A fault of the program, told by the worker process that met it."""

    remedy = "Run again with --debug to see where."
