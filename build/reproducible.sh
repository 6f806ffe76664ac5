#!/bin/sh
# Builds the jars and SBOMs twice, from two copies of the sources in different places, under different time zones and locales,
# and compares them byte by byte. Archives hold file modes, so both builds have umask 022. Takes the options of mvnw.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM

copy() {
    mkdir -p "$1"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard |
        tar --null --ignore-failed-read -cf - -T - 2>/dev/null) | tar -xf - -C "$1"
}

# Without tests, coverage and layout; all that makes an artifact runs as in a release.
build() {
    (cd "$1" && shift && ./mvnw -q -B -ntp -Dmaven.test.skip=true -Djacoco.skip=true "$@" package)
}

sums() {
    (cd "$1" && find . \( -path './*/target/*.jar' -o -path './*/target/bom.*' \) ! -path '*/target/lib/*' -type f |
        LC_ALL=C sort | xargs sha256sum)
}

umask 022
copy "$temporary/first"
copy "$temporary/second/deeper"
echo "reproducible: first build" >&2
(TZ=UTC LC_ALL=C && export TZ LC_ALL && build "$temporary/first" "$@")
echo "reproducible: second build" >&2
(TZ=Asia/Shanghai LC_ALL=C.UTF-8 && export TZ LC_ALL && build "$temporary/second/deeper" "$@")

sums "$temporary/first" >"$temporary/first.sums"
sums "$temporary/second/deeper" >"$temporary/second.sums"
if [ ! -s "$temporary/first.sums" ]; then
    echo "reproducible: nothing was built" >&2
    exit 1
fi
if diff "$temporary/first.sums" "$temporary/second.sums"; then
    echo "reproducible: $(wc -l <"$temporary/first.sums") files are the same in both builds"
else
    echo "reproducible: the files above differ" >&2
    exit 1
fi
