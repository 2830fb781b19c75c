"""Documents to sign, workbooks, CSV files: draws what it is given and decides nothing."""

import os

# streams as they are: in ASCII, which reportlab prefers, they take a fifth more room and time;
# and no check of every attribute of every shape. It reads this once, when it is imported first
for _name in ("useA85", "shapeChecking"):
    os.environ.setdefault(f"RL_{_name}", "0")
