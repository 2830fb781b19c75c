"""Documents to sign, workbooks, CSV files: draws what it is given and decides nothing."""
