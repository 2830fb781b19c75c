"""Rules of the year around the count: deductions, findings, complaints, composite, consequences."""
