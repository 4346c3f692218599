/** What a real Kubernetes control plane makes of our manifests and our arithmetic; run by {@code make check} where it is built. */
@NullMarked
package dev.spillway.kube;

import org.jspecify.annotations.NullMarked;
