#!/bin/sh
# Builds a Kubernetes control plane and two linters of manifests into a per-user cache; what is there is not built again.
#
#   tools/kube/build.sh          builds
#   tools/kube/build.sh --path   prints the folder if everything is in it, else nothing

# shellcheck disable=SC1091,SC2034,SC2154 # what is sourced uses speaker and purpose, and sets builds and work
unset CDPATH
here=$(cd -P "$(dirname "$0")" && pwd) || exit 2
speaker=kube
purpose='a Kubernetes control plane'
. "$here/../launcher/lock.sh"
. "$here/../engine/go.sh"

# version_of MODULE-FOLDER MODULE: what its go.mod asks for.
version_of() {
    sed -n "s|^\(require \)\{0,1\}[[:space:]]*$2 \(v[^ ]*\).*|\2|p" "$here/$1/go.mod" | head -n 1
}

# Copied from the sources of the module, which go.sum vouches for.
copy_definitions() {
    [ ! -d "$builds/keda-crds" ] || return 0
    rm -rf "$work/keda" "$work/keda-crds"
    cp -R "$here/keda" "$work" || fail "$work: cannot be written"
    if ! (cd "$work/keda" && go mod download "$1" && mkdir ../keda-crds &&
        cp "$(go list -m -f '{{.Dir}}' "$1")"/config/crd/bases/*.yaml ../keda-crds && chmod -R u+w ../keda-crds) \
        >"$work/log" 2>&1; then
        cat "$work/log" >&2
        fail "$1 could not be had, see above"
    fi
    mv "$work/keda-crds" "$builds" || fail "$builds: cannot be written"
    echo "$speaker: copied KEDA's definitions"
}

path_or_arrange_builds "${1:-}" \
    etcd kube-apiserver kube-controller-manager kube-scheduler kwok kubeconform kube-score keda-crds

# As Kubernetes' own releases are built.
GOFLAGS="$GOFLAGS -tags=grpcnotrace"
kubernetes=$(version_of kubernetes k8s.io/kubernetes)
# Without them the programs think that they are v0.0.0.
for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    versions="${versions:-} $package.gitVersion=$kubernetes $package.gitMajor=1"
    versions="$versions $package.gitMinor=$(echo "$kubernetes" | cut -d. -f2) $package.gitTreeState=archive"
done
kwok=$(version_of kwok sigs.k8s.io/kwok)
copy_definitions github.com/kedacore/keda/v2
build kubeconform lint github.com/yannh/kubeconform/cmd/kubeconform "$(version_of lint github.com/yannh/kubeconform)"
build kube-score lint github.com/zegl/kube-score/cmd/kube-score "$(version_of lint github.com/zegl/kube-score)"
build etcd kubernetes go.etcd.io/etcd/server/v3 "$(version_of kubernetes go.etcd.io/etcd/server/v3)"
for program in kube-apiserver kube-controller-manager kube-scheduler; do
    # shellcheck disable=SC2086 # words are wanted
    build $program kubernetes k8s.io/kubernetes/cmd/$program "$kubernetes" $versions
done
build kwok kwok sigs.k8s.io/kwok/cmd/kwok "$kwok" "sigs.k8s.io/kwok/pkg/consts.Version=$kwok"
echo "kube: $builds"
