#!/bin/sh
# Writes the requirements*.lock files: hashes for every platform, no registry addresses.
set -eu
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${1:-python3}" -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip --quiet install uv

pin() {
    lock=$1
    shift
    "$tools/venv/bin/uv" pip compile --quiet --upgrade --universal --generate-hashes \
        --no-emit-index-url --no-annotate --no-header --output-file "$lock" "$@"
}

# the larger set first: the others may not choose other versions of what they share
pin requirements-dev.lock pyproject.toml --extra dev
pin requirements.lock pyproject.toml --constraint requirements-dev.lock
pin requirements-bench.lock pyproject.toml --extra bench --constraint requirements-dev.lock
pin requirements-package.lock pyproject.toml --extra package --constraint requirements-dev.lock
printf 'hatchling\neditables\n' > "$tools/build.in"
pin requirements-build.lock "$tools/build.in" --python-version 3.11 --constraint requirements-dev.lock
