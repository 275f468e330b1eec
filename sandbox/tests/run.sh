#!/bin/sh
# run.sh ROOTFS: runs the Python unit tests with the image's own Python, against the runner of this checkout.
set -eu
root=$1
here=$(cd "$(dirname "$0")/.." && pwd)
exec bwrap --ro-bind "$root" / --bind "$here" /opt/coursewright --dev /dev --proc /proc --tmpfs /tmp --unshare-all --chdir /tmp \
  --setenv UPDATE_GOLDEN "${UPDATE_GOLDEN:-0}" --setenv PYTHONPATH /opt/coursewright:/opt/coursewright/browser --setenv PYTHONDONTWRITEBYTECODE 1 \
  /usr/bin/python3 -m unittest discover --start-directory /opt/coursewright/tests --top-level-directory /opt/coursewright/tests -v
