#!/bin/sh
# Builds the real engine's tools into a per-user cache; what is there is not built again.
#
#   tools/engine/build.sh          builds
#   tools/engine/build.sh --path   prints the folder if everything is in it, else nothing
#
#   <cache>/spillway/engine-<hash of the modules and Go's version>/   pulumi, its language hosts, the Kubernetes provider

# shellcheck disable=SC1091,SC2034,SC2154 # what is sourced uses speaker and purpose, and sets builds
unset CDPATH
here=$(cd -P "$(dirname "$0")" && pwd) || exit 2
speaker=engine
purpose='the real engine'
. "$here/../launcher/lock.sh"
. "$here/go.sh"

CLI=v3.254.0
JAVA_HOST=v1.34.0
YAML_HOST=v1.32.0
# The version that com.pulumi:kubernetes asks for.
KUBERNETES=4.0.0

# The provider wants its schema, which its module holds without the version.
prepare() {
    [ "$1" = kubernetes ] || return 0
    provider=github.com/pulumi/pulumi-kubernetes/provider/v4
    go mod download $provider || return 1
    sed "1s/{/{\"version\": \"$KUBERNETES\",/" \
        "$(go list -m -f '{{.Dir}}' $provider)/cmd/pulumi-resource-kubernetes/schema.json" >schema.json
}

path_or_arrange_builds "${1:-}" \
    pulumi pulumi-language-java pulumi-language-yaml pulumi-language-nodejs pulumi-resource-kubernetes

build pulumi cli github.com/pulumi/pulumi/pkg/v3/cmd/pulumi $CLI \
    github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=$CLI
build pulumi-language-java cli github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java $JAVA_HOST \
    github.com/pulumi/pulumi-java/pkg/version.Version=$JAVA_HOST
build pulumi-language-yaml yaml github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml $YAML_HOST \
    github.com/pulumi/pulumi-yaml/pkg/version.Version=$YAML_HOST
build pulumi-language-nodejs node . $CLI main.version=$CLI
build pulumi-resource-kubernetes kubernetes . $KUBERNETES \
    github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version=$KUBERNETES
echo "engine: $builds"
