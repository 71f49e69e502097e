#!/bin/sh
# Scans the current folder; 1: something is high or worse, 2: wrong arguments, 3: something broke.
set -u
merlon scan . --advisories "${MERLON_ADVISORIES:?folder or archive with advisories}" --format table --fail-on high
case $? in
    0) echo "Nothing high or worse." ;;
    1) echo "Something is high or worse: see above." >&2; exit 1 ;;
    *) echo "The scan itself did not work." >&2; exit 2 ;;
esac
