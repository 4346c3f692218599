#!/bin/sh
# Builds conftest, which runs rules in Rego, into a per-user cache; what is there is not built again.
#
#   tools/bench/conftest.sh          builds
#   tools/bench/conftest.sh --path   prints the folder if it is built, else nothing

# shellcheck disable=SC1091,SC2034,SC2154 # what is sourced uses speaker and purpose, and sets builds
unset CDPATH
here=$(cd -P "$(dirname "$0")" && pwd) || exit 2
speaker=conftest
purpose='conftest'
. "$here/../launcher/lock.sh"
. "$here/../engine/go.sh"

path_or_arrange_builds "${1:-}" conftest
version=$(sed -n 's|.*github.com/open-policy-agent/conftest \(v[^ ]*\).*|\1|p' "$here/conftest/go.mod" | head -n 1)
build conftest conftest github.com/open-policy-agent/conftest "$version" \
    "github.com/open-policy-agent/conftest/internal/version.Version=$version"
echo "conftest: $builds"
