#!/bin/sh
# Builds the policy pack and the components as folders that need nothing of this repository, and no Maven: a JRE of version 17
# or newer starts them. The same sources give the same bytes.
#
#   target/dist/spillway-policies-<version>.tar.gz, .zip

unset CDPATH
project=$(cd -P "$(dirname "$0")/../.." && pwd) || exit 2
cd "$project" || exit 2
. tools/launcher/build.sh
speaker=dist

find_java
locate
is_ready || prepare
locate

version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
version=${version%-SNAPSHOT}
name=spillway-policies-$version
out=$project/target/dist
folder=$out/$name
rm -rf "$out"
mkdir -p "$folder/lib" "$folder/launcher" || fail "$out: cannot be written"

cp "$build/spillway.jar" "$folder"
cp "$build"/lib/*.jar "$folder/lib"
cp tools/launcher/lock.sh tools/launcher/java.sh tools/launcher/archive.sh tools/launcher/train.sh tools/launcher/host.sh \
    "$folder/launcher"
cp tools/dist/mvn-spillway tools/dist/mvn-spillway.cmd tools/dist/README.md LICENSE "$build/packages.json" "$folder"
cp tools/dist/mvn-spillway "$folder/mvn-components"
cp tools/dist/mvn-components.cmd "$folder"
sed 's|\./tools/launcher/mvn-provider|./mvn-components|' PulumiPlugin.yaml >"$folder/PulumiPlugin.yaml"
sed 's|\./mvn-pack|./mvn-spillway|' policies/PulumiPolicy.yaml >"$folder/PulumiPolicy.yaml"
python3 tools/dist/notices.py "$folder/lib" >"$folder/NOTICES" || fail "the licences of the libraries could not be told"
python3 tools/dist/archive.py "$folder" || fail "the archives could not be written"
say "$folder.zip and .tar.gz, $(du -m "$folder.zip" | cut -f 1) MB"
