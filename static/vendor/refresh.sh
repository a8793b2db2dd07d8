#!/bin/sh
# Fetches the vendored front-end files again from npm. Run it only to change a version or a
# subset: the result is committed, so installing the portal never needs npm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

get() { npm pack --silent "$1" >/dev/null && mkdir "$2" && tar xzf ./*.tgz -C "$2" --strip 1 && rm ./*.tgz; }
get bootstrap@5.3.9 bootstrap
get bootstrap-icons@1.13.2 icons
get @fontsource-variable/plus-jakarta-sans@5.3.0 font
npm install --silent --no-save --prefix sass sass@1.77

out="$here/bootstrap-5.3.9"
sass/node_modules/.bin/sass --no-source-map --style=compressed --quiet -I bootstrap/scss \
  "$out/subset.scss" "$out/subset.min.css"
cp bootstrap/LICENSE "$out/LICENSE"

out="$here/plus-jakarta-sans-5.3.0"
cp font/files/plus-jakarta-sans-latin-wght-normal.woff2 font/LICENSE "$out/"

out="$here/bootstrap-icons-1.13.2"
cp icons/LICENSE "$out/"
{
  printf '<svg xmlns="http://www.w3.org/2000/svg">\n'
  while read -r name; do
    printf '<symbol id="%s" viewBox="0 0 16 16">' "$name"
    sed -e '1d' -e '$d' "icons/icons/$name.svg" | tr -d '\n' | sed 's/  */ /g'
    printf '</symbol>\n'
  done < "$out/used.txt"
  printf '</svg>\n'
} > "$out/sprite.svg"
