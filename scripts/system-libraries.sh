#!/bin/sh
# Makes sure that venv, the system libraries Qt needs and a screen for the tests are there; installs
# with apt only what is missing.
#
# Hazard: Debian and Ubuntu ship Python without ensurepip, so `python3 -m venv` fails halfway.
set -u
PATH="$PATH:/usr/sbin:/sbin"
python="${PYTHON:-python3}"

# soname and Debian package; Ubuntu 24.04 and Debian 13 provide libglib2.0-0 under a new name
offscreen='libglib-2.0.so.0=libglib2.0-0 libGL.so.1=libgl1 libEGL.so.1=libegl1
libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0 libdbus-1.so.3=libdbus-1-3
libgssapi_krb5.so.2=libgssapi-krb5-2'
screen='libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
libxkbcommon-x11.so.0=libxkbcommon-x11-0'

# command and Debian package: a screen that nobody sees, and hands at its keys (tests/e2e)
unseen='Xvfb=xvfb xdotool=xdotool'

say() { printf '%s\n' "$*" >&2; }

python_is_new_enough() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

venv_package() {
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

missing_libraries() {
    known=$(ldconfig -p 2>/dev/null)
    for pair in $offscreen $screen; do
        case "$known" in
            *"${pair%%=*} "*) ;;
            *) printf ' %s' "${pair#*=}" ;;
        esac
    done
}

missing_tools() {
    for pair in $unseen; do
        command -v "${pair%%=*}" >/dev/null || printf ' %s' "${pair#*=}"
    done
}

missing_packages() {
    has_venv || printf ' %s' "$(venv_package)"
    missing_libraries
    missing_tools
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif [ -t 0 ]; then sudo "$@"
    else sudo -n "$@"
    fi
}

may_install() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }

install_with_apt() {
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@"
}

if ! python_is_new_enough; then
    say "Pingyi needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"
    exit 1
fi
missing=$(missing_packages)
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    say "Not a Debian system: install what corresponds to these Debian packages:$missing"
elif ! may_install || ! install_with_apt $missing; then
    say "Could not install system packages; as root run: apt-get install$missing"
fi
# without its libraries Qt does not start, but counting and printing work: go on
has_venv || { say "$python cannot make a virtual environment without its venv module."; exit 1; }
