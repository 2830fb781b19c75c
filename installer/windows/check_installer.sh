#!/bin/sh
# Compiles the Windows set-up on a stand-in for the built folder: shows that its script is sound,
# not that the program runs on Windows. Debian's nsis is installed where it is missing.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

install_nsis() {
    command -v makensis >/dev/null && return
    apt-get update -qq
    apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends nsis
}

make_stand_in() {
    mkdir -p "$room/pingyi/_internal/desktop/resources/words" "$room/pingyi/_internal/a folder"
    for name in pingyi.exe pingyi-window.exe _internal/python311.dll '_internal/a folder/$5.txt' \
        _internal/desktop/resources/words/中文.toml; do
        printf 'stands for %s' "$name" > "$room/pingyi/$name"
    done
}

install_nsis
make_stand_in
cd "$here"
"${PYTHON:-python3}" -m installer.windows.file_list "$room/pingyi" "$room/files.nsh"
makensis -V2 -WX -INPUTCHARSET UTF8 "-DVERSION=0.1.0" "-DFILES=$room/files.nsh" \
    "-DICON=$here/resources/icons/pingyi.ico" "-DOUT=$room/pingyi-setup.exe" installer/windows/pingyi.nsi
[ "$(head -c 2 "$room/pingyi-setup.exe")" = MZ ] || { echo "no Windows program came out" >&2; exit 1; }
echo "the set-up compiles: $(wc -c < "$room/pingyi-setup.exe") bytes around a stand-in of 5 files"
