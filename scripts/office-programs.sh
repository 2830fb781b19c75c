#!/bin/sh
# Makes sure that the programs which check documents are there: they open workbooks and letters, check
# PDF files and turn pages into pictures. Installs with apt only what is missing; Pingyi itself needs
# none of them.
set -u
PATH="$PATH:/usr/sbin:/sbin"

say() { printf '%s\n' "$*" >&2; }

missing_programs() {
    # the office starts without its parts, so the packages themselves are asked for
    for package in libreoffice-calc-nogui libreoffice-writer-nogui; do
        installed "$package" || installed "${package%-nogui}" || printf ' %s' "$package"
    done
    command -v qpdf >/dev/null || printf ' qpdf'
    command -v pdftotext >/dev/null || printf ' poppler-utils'
}

installed() {
    case "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null)" in
        *' installed') return 0 ;;
        *) return 1 ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif [ -t 0 ]; then sudo "$@"
    else sudo -n "$@"
    fi
}

may_install() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }

# waits for another installation to end, at most ten minutes
install_with_apt() {
    as_root apt-get update -qq -o DPkg::Lock::Timeout=600 &&
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 \
            --no-install-recommends "$@"
}

if ! command -v apt-get >/dev/null; then
    say "Not a Debian system: install LibreOffice Calc and Writer, qpdf and poppler by hand."
    exit 0
fi
missing=$(missing_programs)
[ -n "$missing" ] || exit 0
if ! may_install || ! install_with_apt $missing; then
    say "Could not install programs; as root run: apt-get install$missing"
    exit 1
fi
