"""Say plainly when the interpreter is too old, before pip says it obscurely."""

import sys

OLDEST = (3, 11)

if sys.version_info[:2] < OLDEST:
    found = ".".join(map(str, sys.version_info[:3]))
    sys.exit("mingcha needs Python 3.11 or newer; this is " + found + ". Try: make PYTHON=python3.11 install")
