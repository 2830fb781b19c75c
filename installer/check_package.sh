#!/bin/sh
# Installs dist/pingyi_*.deb on a bare Debian of its own, starts it there and removes it again.
#
# Needs root; installs debootstrap and Xvfb where they are missing. The screenshots go to
# build/package-check. What it mounts it mounts in
# a mount namespace, which ends with the check: nothing can stay mounted, and the folder is deleted
# only after that.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
suite=bookworm
pictures=$here/build/package-check
instead=
patience=6 # seconds a window is given

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

newest_package() {
    ls -t "$here"/dist/pingyi_*_"$(dpkg --print-architecture)".deb 2>/dev/null | head -n 1
}

install_tools() {
    command -v debootstrap >/dev/null && command -v Xvfb >/dev/null && return
    apt-get update -qq
    apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends debootstrap xvfb
}

# the address this machine itself takes Debian from
mirror() {
    apt-get indextargets --format '$(SITE) $(RELEASE)' |
        awk -v suite="$suite" '$2 == suite { print $1; exit }'
}

# --- outside: a room, and the check in it, with mounts and processes of its own
outside() {
    [ "$(id -u)" = 0 ] || fail "run this as root"
    package=$(newest_package)
    [ -n "$package" ] || fail "there is no package in dist/: run make package"
    install_tools
    room=$(mktemp -d)
    trap 'rm -rf --one-file-system "$room"' EXIT
    unshare --mount --pid --fork --kill-child --propagation private \
        sh "$here/installer/check_package.sh" inside "$room" "$package"
}

# --- inside: everything below runs in the namespaces
inside() {
    room=$1 package=$2 root=$1/root
    make_debian
    cp "$package" "$root/tmp/pingyi.deb"
    listing > "$room/before"
    in_debian apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends /tmp/pingyi.deb \
        > "$room/apt" 2>&1 || { cat "$room/apt"; fail "apt would not install it"; }
    say "installed with $(grep -c '^Setting up' "$room/apt") packages;" \
        "$(du -sm "$root/opt/pingyi" | cut -f 1) MB in /opt/pingyi"
    no_python
    in_debian env PINGYI_HOME=/tmp/home pingyi self-test || fail "self-test"
    make_survey
    stays_open "without a screen" QT_QPA_PLATFORM=offscreen
    on_a_screen
    remove
    say "passed"
}

make_debian() {
    address=$(mirror)
    [ -n "$address" ] || fail "apt here knows no mirror of $suite"
    debootstrap --variant=minbase "$suite" "$root" "$address" > "$room/debootstrap" 2>&1 ||
        { tail -n 5 "$room/debootstrap"; fail "debootstrap"; }
    apt-config dump Acquire > "$root/etc/apt/apt.conf.d/90outside"
    mount -t proc proc "$root/proc"
    say "bare Debian $suite: $(du -smx "$root" | cut -f 1) MB"
}

# nothing of this machine's environment reaches the program
in_debian() {
    $instead env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        HOME=/root PINGYI_LANG=zh_CN chroot "$root" "$@"
}

listing() { (cd "$root" && find opt usr etc root -xdev 2>/dev/null | sort); }

no_python() {
    found=$(cd "$root" && find usr/bin usr/local/bin -name 'python*')
    [ -z "$found" ] || fail "there is a Python in the bare Debian: $found"
    say "no Python there"
}

make_survey() {
    in_debian pingyi demo --forms 60 --out /tmp/demo > "$room/demo" 2>&1 ||
        { tail -n 5 "$room/demo"; fail "the demo"; }
    say "demo: a round of 60 forms done"
}

# $1: what is tried; the rest: variables. The window must be there after some seconds.
stays_open() {
    what=$1
    shift
    open_window "$@"
    sleep "$patience"
    close_window "$what"
    say "window $what: starts and stays"
}

open_window() {
    home=/tmp/window survey=
    case "$1" in survey) home=/tmp/demo/machines/supervisor survey=/tmp/demo/2005.pingyi; shift ;; esac
    # exec: the process to be ended later is the program, not a shell that waits for it
    { instead=exec; in_debian env "PINGYI_HOME=$home" "$@" pingyi window $survey; } > "$room/window" 2>&1 &
    window=$!
}

close_window() {
    kill -0 "$window" 2>/dev/null || { cat "$room/window"; fail "window $1: it ended"; }
    kill "$window"
    wait "$window" 2> /dev/null || :
    if grep -q Traceback "$room/window" || [ -n "$(find "$root$home/failures" 2>/dev/null)" ]; then
        cat "$room/window"
        fail "window $1: it reported a failure"
    fi
}

on_a_screen() {
    mkdir "$room/screen" "$root/tmp/.X11-unix"
    Xvfb -displayfd 3 -screen 0 1366x768x24 -ac -nolisten tcp -fbdir "$room/screen" \
        3> "$room/display" 2> "$room/xvfb" &
    screen=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$room/display" ] || sleep 1; done
    display=:$(cat "$room/display")
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    picture start
    picture survey survey
    kill "$screen"
    wait "$screen" || :
}

# $1: the picture's name; $2: survey, to open one
picture() {
    name=$1
    shift
    open_window "$@" "DISPLAY=$display" QT_QPA_PLATFORM=xcb
    sleep "$patience"
    mkdir -p "$pictures"
    python3 "$here/installer/screenshot.py" "$room/screen/Xvfb_screen0" "$pictures/$name.png" ||
        { cat "$room/window"; fail "window on a screen, $name"; }
    close_window "on a screen, $name"
    say "window on a screen: $pictures/$name.png"
}

remove() {
    in_debian dpkg --purge pingyi > /dev/null
    listing > "$room/after"
    left=$(comm -13 "$room/before" "$room/after" | grep -i pingyi || :)
    [ -z "$left" ] || fail "left behind: $left"
    [ ! -e "$root/opt/pingyi" ] || fail "/opt/pingyi is still there"
    say "removed, nothing left"
}

case "${1:-}" in
    inside) inside "$2" "$3" ;;
    *) outside ;;
esac
