"""Why the register, an approval or an earlier year's table is refused."""

from desktop.tally.errors import PingyiError


class WayUnknownError(PingyiError):
    message = 'A line of the register is "issued" or "returned", not "{way}": choose one.'


class IssueCountError(PingyiError):
    message = "{count} is no count of forms: enter a whole number from {least} to 999999999."


class DateWrongError(PingyiError):
    message = '"{text}" is no date of the calendar: write it as 2005-12-31.'


class LineUnknownError(PingyiError):
    message = (
        'No one line of the register begins with "{record}": take an id from `pingyi issue list`.'
    )


class NamesMissingError(PingyiError):
    message = "A plan is approved by at least one person: write a name."


class NameTwiceError(PingyiError):
    message = (
        "{name} stands among those who approved already: name each person once, and write people "
        "of one name apart."
    )


class YearWrongError(PingyiError):
    message = "{year} is no earlier year than {now}, the year of this survey: check the year."


class RowsMissingError(PingyiError):
    message = "There is no agency in the table: nothing was taken."


class TableUnreadableError(PingyiError):
    message = "{path} is no workbook that can be read: save it again as .xlsx, or as CSV in UTF-8."


class TableTooLargeError(PingyiError):
    message = "{path} is far larger than a table of agencies: save the one sheet by itself."
