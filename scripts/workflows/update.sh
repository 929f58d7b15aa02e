#!/usr/bin/env bash
# update.sh <provider> <folder>: takes what the provider changed; leaves changes.patch and report.md in the folder when
# something did. The working tree is left with the changes.
set -euo pipefail
provider=$1
out=$2
mkdir -p "$out"
node generators/codegen/src/cli.ts update "$provider" > "$out/report.txt"
git add --all
if git diff --cached --quiet; then
  rm "$out/report.txt"
  exit 0
fi
git diff --cached --binary > "$out/changes.patch"
# A body of a pull request holds 65,536 characters; text in a block of code is nobody's markup.
{
  printf 'The provider changed its document. What that means for users is in the changesets.\n\n````text\n'
  head -c 60000 "$out/report.txt" | sed 's/````/` ` ` `/g'
  printf '\n````\n'
} > "$out/report.md"
rm "$out/report.txt"
