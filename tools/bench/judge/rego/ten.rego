# The ten rules of ten.json as an Open Policy Agent user would write them, over the graph that `spillway check` reads.
package main

import rego.v1

namespaces := {r.name: r | some r in input.resources; r.type == "azure-native:eventhub:Namespace"}

hubs := {ref: r |
	some r in input.resources
	r.type == "azure-native:eventhub:EventHub"
	ref := sprintf("%s/%s", [r.inputs.namespaceName, r.inputs.eventHubName])
}

scalers := {r.inputs.spec.scaleTargetRef.name: r | some r in input.resources; r.type == "kubernetes:autoscaling/v2:HorizontalPodAutoscaler"}

workloads := [r | some r in input.resources; r.type == "kubernetes:apps/v1:Deployment"]

fact(w, key) := w.inputs.spec.template.metadata.annotations[sprintf("spillway.dev/%s", [key])]

regions := {"westeurope", "northeurope", "eastus", "eastus2", "westus2", "westus3", "centralus", "uksouth"}

deny contains msg if {
	some n in namespaces
	n.inputs.sku.tier == "Basic"
	msg := sprintf("EH-001 %s", [n.name])
}

deny contains msg if {
	some n in namespaces
	n.inputs.sku.tier == "Standard"
	not n.inputs.isAutoInflateEnabled
	msg := sprintf("EH-002 %s", [n.name])
}

deny contains msg if {
	some n in namespaces
	n.inputs.isAutoInflateEnabled
	n.inputs.maximumThroughputUnits < max([n.inputs.sku.capacity * 2, 4])
	msg := sprintf("EH-003 %s", [n.name])
}

deny contains msg if {
	some n in namespaces
	not n.inputs.location in regions
	msg := sprintf("EH-006 %s", [n.name])
}

deny contains msg if {
	some h in hubs
	h.inputs.retentionDescription.retentionTimeInHours < 72
	namespaces[h.inputs.namespaceName].inputs.sku.tier != "Basic"
	msg := sprintf("EH-007 %s", [h.name])
}

deny contains msg if {
	some h in hubs
	h.inputs.partitionCount < 4
	msg := sprintf("EH-008 %s", [h.name])
}

deny contains msg if {
	some w in workloads
	fact(w, "role")
	scalers[w.name].inputs.spec.minReplicas < 2
	msg := sprintf("KW-002 %s", [w.name])
}

deny contains msg if {
	some w in workloads
	w.inputs.spec.replicas
	scalers[w.name]
	msg := sprintf("KW-004 %s", [w.name])
}

deny contains msg if {
	some w in workloads
	w.inputs.spec.template.spec.terminationGracePeriodSeconds < to_number(fact(w, "flush-seconds")) + 5
	msg := sprintf("KW-025 %s", [w.name])
}

deny contains msg if {
	some w in workloads
	fact(w, "role") == "consumer"
	scalers[w.name].inputs.spec.maxReplicas > hubs[fact(w, "hub")].inputs.partitionCount
	msg := sprintf("CX-001 %s", [w.name])
}
