"""Tests of validate.py: python3 -m unittest test_validate (standard library and jsonschema only)."""
import copy
import json
import os
import re
import subprocess
import sys
import unittest

import validate

HERE = os.path.dirname(os.path.abspath(__file__))
LIB = validate.Library()
PUBLISHED = validate.Library(published=True)
UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SUB = "/subscriptions/00000000-0000-0000-0000-000000000001"
RG = SUB + "/resourceGroups/rg"
HUB = RG + "/providers/Microsoft.EventHub/namespaces/spill-0001/eventhubs/orders"
STORE = RG + "/providers/Microsoft.Storage/storageAccounts/spill0001"
TENANT = "11111111-2222-3333-4444-555555555555"


def secret(value):
    return {validate.SIG: validate.SECRET, "value": value}


def problems(token, inputs, lib=LIB):
    r = validate.check([{"urn": "u", "type": "azure-native:" + token, "inputs": inputs}], lib)
    return [(path, message) for _, path, message, _ in r.violations], r


def template(resources, parameters=None, arguments=None, **more):
    t = {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "resources": resources, **more}
    if parameters is not None:
        t["parameters"] = parameters
    p = {"mode": "Incremental", "template": t}
    if arguments is not None:
        p["parameters"] = arguments
    return {"resourceGroupName": "rg", "deploymentName": "d", "properties": p}


GEO = {"type": "Microsoft.EventHub/namespaces", "apiVersion": "2024-01-01", "name": "spill-0001",
       "location": "westeurope", "sku": {"name": "Premium", "tier": "Premium", "capacity": 1},
       "properties": {"minimumTlsVersion": "1.2", "zoneRedundant": True, "publicNetworkAccess": "Disabled"}}
SUB_2025 = {"type": "Microsoft.EventGrid/topics/eventSubscriptions", "apiVersion": "2025-02-15",
            "name": "orders/to-hub", "dependsOn": ["x"],
            "properties": {"destination": {"endpointType": "EventHub", "properties": {"resourceId": HUB}},
                           "deadLetterDestination": {"endpointType": "StorageBlob", "properties": {
                               "resourceId": STORE, "blobContainerName": "dead"}},
                           "retryPolicy": {"maxDeliveryAttempts": 30, "eventTimeToLiveInMinutes": 1440}}}
AKS = {"resourceGroupName": "rg", "resourceName": "aks", "location": "westeurope", "dnsPrefix": "aks",
       "kubernetesVersion": "1.27", "identity": {"type": "SystemAssigned"},
       "sku": {"name": "Base", "tier": "Standard"},
       "agentPoolProfiles": [{"name": "system", "mode": "System", "count": 3, "minCount": 3, "maxCount": 6,
                              "enableAutoScaling": True, "vmSize": "Standard_D4s_v5", "osDiskSizeGB": 128,
                              "availabilityZones": ["1", "2", "3"], "type": "VirtualMachineScaleSets"}],
       "autoScalerProfile": {"balanceSimilarNodeGroups": "true", "expander": "least-waste",
                             "scaleDownUnneededTime": "10m", "scanInterval": "20s"},
       "networkProfile": {"networkPlugin": "azure", "loadBalancerSku": "standard", "serviceCidr": "10.0.0.0/16",
                          "dnsServiceIP": "10.0.0.10", "outboundType": "loadBalancer"},
       "workloadAutoScalerProfile": {"keda": {"enabled": True}}, "oidcIssuerProfile": {"enabled": True}}
NAMESPACE = {"resourceGroupName": "rg", "namespaceName": "spill-0001", "location": "westeurope",
             "sku": {"name": "Standard", "tier": "Standard", "capacity": 2}, "isAutoInflateEnabled": True,
             "maximumThroughputUnits": 40, "zoneRedundant": True, "minimumTlsVersion": "1.2",
             "kafkaEnabled": True, "disableLocalAuth": True, "publicNetworkAccess": "Enabled",
             "identity": {"type": "SystemAssigned"}, "tags": {"env": "test"}}
EVENTHUB = {"resourceGroupName": "rg", "namespaceName": "spill-0001", "eventHubName": "orders",
            "partitionCount": 8, "messageRetentionInDays": 7,
            "captureDescription": {"enabled": True, "encoding": "Avro", "intervalInSeconds": 300,
                                   "sizeLimitInBytes": 314572800, "skipEmptyArchives": True,
                                   "destination": {"name": "EventHubArchive.AzureBlockBlob",
                                                   "storageAccountResourceId": STORE, "blobContainer": "capture",
                                                   "archiveNameFormat": "{Namespace}/{EventHub}/{PartitionId}/{Year}"
                                                                        "/{Month}/{Day}/{Hour}/{Minute}/{Second}"}}}
SUBSCRIPTION = {"scope": RG + "/providers/Microsoft.EventGrid/topics/orders", "eventSubscriptionName": "to-hub",
                "eventDeliverySchema": "CloudEventSchemaV1_0",
                "destination": {"endpointType": "EventHub", "resourceId": HUB, "deliveryAttributeMappings": [
                    {"type": "Static", "name": "source", "value": "spill", "isSecret": False}]},
                "deadLetterDestination": {"endpointType": "StorageBlob", "resourceId": STORE,
                                          "blobContainerName": "dead"},
                "filter": {"includedEventTypes": ["Order.Created"], "advancedFilters": [
                    {"operatorType": "StringIn", "key": "data.kind", "values": ["a", "b"]},
                    {"operatorType": "NumberInRange", "key": "data.n", "values": [[1, 2.5]]}]},
                "retryPolicy": {"maxDeliveryAttempts": 10, "eventTimeToLiveInMinutes": 60}}
ALERT = {"resourceGroupName": "rg", "ruleName": "lag", "location": "global", "severity": 2, "enabled": True,
         "scopes": [RG], "evaluationFrequency": "PT1M", "windowSize": "PT5M",
         "criteria": {"odataType": "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria", "allOf": [
             {"name": "c", "metricName": "ThrottledRequests", "operator": "GreaterThan", "threshold": 0,
              "timeAggregation": "Total", "criterionType": "StaticThresholdCriterion"}]},
         "actions": [{"actionGroupId": RG}]}
TRAFFIC = {"resourceGroupName": "rg", "profileName": "tm", "location": "global", "trafficRoutingMethod": "Priority",
           "profileStatus": "Enabled", "dnsConfig": {"relativeName": "tm", "ttl": 30},
           "monitorConfig": {"protocol": "HTTPS", "port": 443, "path": "/health", "intervalInSeconds": 10,
                             "timeoutInSeconds": 5, "toleratedNumberOfFailures": 3},
           "endpoints": [{"name": "a", "type": "Microsoft.Network/trafficManagerProfiles/externalEndpoints",
                          "target": "a.example.com", "priority": 1, "endpointStatus": "Enabled"}]}
STORAGE = {"resourceGroupName": "rg", "accountName": "spill0001", "location": "westeurope", "kind": "StorageV2",
           "sku": {"name": "Standard_ZRS"}, "enableHttpsTrafficOnly": True, "minimumTlsVersion": "TLS1_2",
           "allowBlobPublicAccess": False, "accessTier": "Hot",
           "networkRuleSet": {"defaultAction": "Deny", "bypass": "AzureServices",
                              "ipRules": [{"iPAddressOrRange": "10.1.0.0/24", "action": "Allow"}],
                              "virtualNetworkRules": [{"virtualNetworkResourceId": RG}]},
           "encryption": {"keySource": "Microsoft.Keyvault", "keyVaultProperties": {
               "keyName": "k", "keyVaultUri": "https://v.example.com"}}}
ENDPOINT = {"resourceGroupName": "rg", "privateEndpointName": "pe", "location": "westeurope",
            "subnet": {"id": RG}, "privateLinkServiceConnections": [
                {"name": "c", "privateLinkServiceId": RG, "groupIds": ["namespace"]}]}
DIAGNOSTIC = {"name": "to-la", "resourceUri": HUB, "workspaceId": RG,
              "logs": [{"categoryGroup": "allLogs", "enabled": True}],
              "metrics": [{"category": "AllMetrics", "enabled": True}]}
ROLE = {"scope": RG, "roleAssignmentName": TENANT, "principalId": UNKNOWN, "principalType": "ServicePrincipal",
        "roleDefinitionId": SUB + "/providers/Microsoft.Authorization/roleDefinitions/x"}
VAULT = {"resourceGroupName": "rg", "vaultName": "kv-spill", "location": "westeurope",
         "properties": {"tenantId": TENANT, "sku": {"family": "A", "name": "standard"},
                        "enableRbacAuthorization": True, "softDeleteRetentionInDays": 7}}
DASHBOARD = {"resourceGroupName": "rg", "dashboardName": "spill-dashboard-a-long-name", "location": "westeurope",
             "lenses": [{"order": 0, "parts": [{"position": {"x": 0, "y": 0, "colSpan": 6, "rowSpan": 4},
                                                "metadata": {"type": "Extension/HubsExtension/PartType/MarkdownPart",
                                                             "settings": {"content": {}}}}]}]}
FEDERATED = {"resourceGroupName": "rg", "resourceName": "id", "federatedIdentityCredentialResourceName": "aks-sa",
             "issuer": UNKNOWN, "subject": "system:serviceaccount:a:b", "audiences": ["api://AzureADTokenExchange"]}

GOOD = [
    ("eventhub:Namespace", NAMESPACE),
    ("eventhub:Namespace", {**NAMESPACE, "namespaceName": "spill1"}),  # six characters
    ("eventhub:Namespace", {k: v for k, v in NAMESPACE.items() if k != "namespaceName"}),  # named by Pulumi
    ("eventhub:Namespace", {**NAMESPACE, "identity": {"type": "UserAssigned", "userAssignedIdentities": [RG]}}),
    ("eventhub:Namespace", {"resourceGroupName": UNKNOWN, "namespaceName": UNKNOWN, "sku": secret(
        {"name": "Premium", "capacity": UNKNOWN}), "tags": {"a": UNKNOWN}}),
    ("eventhub/v20230101preview:Namespace", NAMESPACE),
    ("eventhub/v20240101:Namespace", {**NAMESPACE, "minimumTlsVersion": "1.2"}),
    ("eventhub:EventHub", EVENTHUB),
    ("eventhub:EventHub", {"resourceGroupName": "rg", "namespaceName": "spill-0001"}),
    ("eventhub:EventHub", {**EVENTHUB, "retentionDescription": {"cleanupPolicy": "Delete",
                                                                "retentionTimeInHours": 168}}),
    ("eventhub:ConsumerGroup", {"resourceGroupName": "rg", "namespaceName": "n", "eventHubName": "h",
                                "consumerGroupName": "$Default", "userMetadata": "x" * 1024}),
    ("eventhub:DisasterRecoveryConfig", {"resourceGroupName": "rg", "namespaceName": "n", "alias": "spill-geo",
                                         "partnerNamespace": RG}),
    ("eventhub:NamespaceNetworkRuleSet", {"resourceGroupName": "rg", "namespaceName": "spill-0001",
                                          "defaultAction": "Deny", "trustedServiceAccessEnabled": True,
                                          "ipRules": [{"ipMask": "10.0.0.0/8", "action": "Allow"}],
                                          "virtualNetworkRules": [{"subnet": {"id": RG}}]}),
    ("eventhub:EventHubAuthorizationRule", {"resourceGroupName": "rg", "namespaceName": "n", "eventHubName": "h",
                                            "authorizationRuleName": "send", "rights": ["Send", "Listen"]}),
    ("eventgrid:Topic", {"resourceGroupName": "rg", "topicName": "orders", "location": "westeurope",
                         "inputSchema": "CloudEventSchemaV1_0", "dataResidencyBoundary": "WithinGeopair",
                         "publicNetworkAccess": "Enabled", "disableLocalAuth": True,
                         "inboundIpRules": [{"ipMask": "10.0.0.0/8", "action": "Allow"}],
                         "identity": {"type": "SystemAssigned"}}),
    ("eventgrid:Domain", {"resourceGroupName": "rg", "domainName": "orders", "location": "westeurope",
                          "autoCreateTopicWithFirstSubscription": True, "inputSchema": "EventGridSchema"}),
    ("eventgrid:SystemTopic", {"resourceGroupName": "rg", "systemTopicName": "blobs", "location": "westeurope",
                               "source": STORE, "topicType": "Microsoft.Storage.StorageAccounts"}),
    ("eventgrid:EventSubscription", SUBSCRIPTION),
    ("eventgrid:EventSubscription", {**SUBSCRIPTION, "destination": UNKNOWN}),
    ("eventgrid:SystemTopicEventSubscription", {
        "resourceGroupName": "rg", "systemTopicName": "blobs", "eventSubscriptionName": "sub",
        "deliveryWithResourceIdentity": {"identity": {"type": "SystemAssigned"}, "destination": {
            "endpointType": "StorageQueue", "resourceId": STORE, "queueName": "q",
            "queueMessageTimeToLiveInSeconds": -1}},
        "deadLetterWithResourceIdentity": {"identity": {"type": "SystemAssigned"}, "deadLetterDestination": {
            "endpointType": "StorageBlob", "resourceId": STORE, "blobContainerName": "dead"}}}),
    ("eventgrid:Namespace", {"resourceGroupName": "rg", "namespaceName": "mqtt", "location": "westeurope",
                             "isZoneRedundant": True, "sku": {"name": "Standard", "capacity": 1},
                             "topicSpacesConfiguration": {"state": "Enabled", "maximumSessionExpiryInHours": 8}}),
    ("eventgrid:NamespaceTopic", {"resourceGroupName": "rg", "namespaceName": "mqtt", "topicName": "orders",
                                  "inputSchema": "CloudEventSchemaV1_0", "publisherType": "Custom",
                                  "eventRetentionInDays": 1}),
    ("storage:StorageAccount", STORAGE),
    ("storage:BlobContainer", {"resourceGroupName": "rg", "accountName": "spill0001", "containerName": "dead-letter",
                               "publicAccess": "None"}),
    ("storage:BlobServiceProperties", {"resourceGroupName": "rg", "accountName": "a", "blobServicesName": "default",
                                       "deleteRetentionPolicy": {"enabled": True, "days": 30}}),
    ("authorization:RoleAssignment", ROLE),
    ("containerservice:ManagedCluster", AKS),
    ("containerservice:AgentPool", {"resourceGroupName": "rg", "resourceName": "aks", "agentPoolName": "work",
                                    "count": 2, "vmSize": "Standard_D4s_v5", "type": "VirtualMachineScaleSets",
                                    "mode": "User", "availabilityZones": ["1", "2"]}),
    ("insights:MetricAlert", ALERT),
    ("insights:DiagnosticSetting", DIAGNOSTIC),
    ("insights:Workbook", {"resourceGroupName": "rg", "resourceName": TENANT, "location": "westeurope",
                           "category": "workbook", "displayName": "d", "serializedData": "{}", "kind": "shared",
                           "sourceId": RG, "tags": {"a": "b"}}),
    ("operationalinsights:Workspace", {"resourceGroupName": "rg", "workspaceName": "spill-logs",
                                       "location": "westeurope", "retentionInDays": 30,
                                       "sku": {"name": "PerGB2018"}}),
    ("operationalinsights:Table", {"resourceGroupName": "rg", "workspaceName": "spill-logs", "tableName": "T_CL",
                                   "retentionInDays": -1, "totalRetentionInDays": 4383}),
    ("operationalinsights:DataExport", {"resourceGroupName": "rg", "workspaceName": "spill-logs",
                                        "dataExportName": "export", "resourceId": HUB, "eventHubName": "x",
                                        "tableNames": ["Heartbeat"]}),
    ("network:Profile", TRAFFIC),
    ("network:Endpoint", {"resourceGroupName": "rg", "profileName": "tm", "endpointName": "a",
                          "endpointType": "ExternalEndpoints", "target": "a.example.com", "priority": 2}),
    ("network:PrivateEndpoint", ENDPOINT),
    ("network:PrivateDnsZoneGroup", {"resourceGroupName": "rg", "privateEndpointName": "pe",
                                     "privateDnsZoneGroupName": "default", "name": "default",
                                     "privateDnsZoneConfigs": [{"name": "z", "privateDnsZoneId": RG}]}),
    ("keyvault:Vault", VAULT),
    ("keyvault:Secret", {"resourceGroupName": "rg", "vaultName": "kv", "secretName": "s",
                         "properties": {"value": secret("x"), "attributes": {"enabled": True, "expires": 1}}}),
    ("managedidentity:UserAssignedIdentity", {"resourceGroupName": "rg", "resourceName": "id",
                                              "location": "westeurope"}),
    ("managedidentity:FederatedIdentityCredential", FEDERATED),
    ("loadtestservice:LoadTest", {"resourceGroupName": "rg", "loadTestName": "lt", "location": "westeurope",
                                  "description": "d" * 512}),
    ("portal:Dashboard", DASHBOARD),
    ("storage:StorageAccount", {k: v for k, v in STORAGE.items() if k != "location"}),
    ("portal:Dashboard", {**DASHBOARD, "lenses": [{"order": 0, "parts": [{
        "position": {"x": 0, "y": 0, "colSpan": 6, "rowSpan": 4}, "metadata": {
            "type": "Extension/HubsExtension/PartType/MonitorChartPart", "inputs": [{"name": "options"}],
            "settings": {"content": {"options": {}}}}}]}]}),
    ("resources:ResourceGroup", {"resourceGroupName": "rg", "location": "westeurope"}),
    ("resources:TagAtScope", {"scope": RG, "properties": {"tags": {"a": "b"}}}),
    ("resources:Deployment", template([GEO])),
    ("resources:Deployment", template([SUB_2025])),
    ("resources:Deployment", template(
        [{**GEO, "name": "[parameters('ns')]", "sku": {"name": "[variables('sku')]", "capacity": "[add(1, 1)]"}}],
        {"ns": {"type": "string"}}, {"ns": {"value": "spill-0001"}}, variables={"sku": "Premium"})),
    ("resources:Deployment", template({"ns": GEO}, languageVersion="2.0")),
    ("resources:Deployment", template([{**GEO, "resources": [
        {"type": "eventhubs", "apiVersion": "2024-01-01", "name": "orders", "properties": {"partitionCount": 4}}]}])),
]


def but(inputs, path, value):
    """A copy with one value set (or removed, when value is ...)."""
    out = copy.deepcopy(inputs)
    node = out
    for step in path[:-1]:
        node = node[step]
    if value is ...:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return out


T = ("properties", "template", "resources", 0)
BAD = [  # token, inputs, exact path, part of the message
    # wrong enum
    ("eventhub:Namespace", but(NAMESPACE, ("sku", "name"), "Ultra"), "sku.name", "is not one of"),
    ("eventhub:Namespace", but(NAMESPACE, ("sku", "tier"), "standard"), "sku.tier", "only the case differs"),
    ("eventhub:Namespace", but(NAMESPACE, ("minimumTlsVersion",), "1.3"), "minimumTlsVersion", "is not one of"),
    ("eventhub:EventHub", but(EVENTHUB, ("captureDescription", "encoding"), "Parquet"),
     "captureDescription.encoding", "is not one of"),
    ("eventgrid:Topic", {"resourceGroupName": "rg", "inputSchema": "CloudEvents"}, "inputSchema", "is not one of"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("destination", "endpointType"), "Eventhub"),
     "destination.endpointType", "only the case differs"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("filter", "advancedFilters", 0, "operatorType"), "StringEq"),
     "filter.advancedFilters[0].operatorType", "is not one of"),
    ("storage:StorageAccount", but(STORAGE, ("sku", "name"), "Standard_XRS"), "sku.name", "is not one of"),
    ("storage:StorageAccount", but(STORAGE, ("networkRuleSet", "defaultAction"), "Block"),
     "networkRuleSet.defaultAction", "is not one of"),
    ("containerservice:ManagedCluster", but(AKS, ("sku", "name"), "Basic"), "sku.name", "is not one of"),
    ("containerservice:ManagedCluster", but(AKS, ("autoScalerProfile", "expander"), "cheapest"),
     "autoScalerProfile.expander", "is not one of"),
    ("insights:MetricAlert", but(ALERT, ("criteria", "odataType"), "Microsoft.Azure.Monitor.Single"),
     "criteria.odataType", "is not one of"),
    ("insights:MetricAlert", but(ALERT, ("criteria", "allOf", 0, "operator"), ">"),
     "criteria.allOf[0].operator", "is not one of"),
    ("network:Profile", but(TRAFFIC, ("trafficRoutingMethod",), "Failover"), "trafficRoutingMethod", "is not one of"),
    ("network:Profile", but(TRAFFIC, ("monitorConfig", "intervalInSeconds"), 20),
     "monitorConfig.intervalInSeconds", "is not one of"),
    ("network:Endpoint", {"resourceGroupName": "rg", "profileName": "p", "endpointType": "Other"},
     "endpointType", "is not one of"),
    ("authorization:RoleAssignment", but(ROLE, ("principalType",), "Robot"), "principalType", "is not one of"),
    ("keyvault:Vault", but(VAULT, ("properties", "sku", "family"), "B"), "properties.sku.family", "is not one of"),
    # missing required
    ("eventhub:Namespace", but(NAMESPACE, ("sku", "name"), ...), "sku.name", "is required"),
    ("eventhub:EventHub", but(EVENTHUB, ("namespaceName",), ...), "namespaceName", "is required"),
    ("eventhub:EventHubAuthorizationRule", {"resourceGroupName": "r", "namespaceName": "n", "eventHubName": "h"},
     "rights", "is required"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("destination", "endpointType"), ...),
     "destination.endpointType", "is required"),
    ("insights:MetricAlert", but(ALERT, ("windowSize",), ...), "windowSize", "is required"),
    ("insights:MetricAlert", but(ALERT, ("criteria", "odataType"), ...), "criteria.odataType", "is required"),
    ("authorization:RoleAssignment", but(ROLE, ("principalId",), ...), "principalId", "is required"),
    ("storage:StorageAccount", but(STORAGE, ("kind",), ...), "kind", "is required"),
    ("storage:StorageAccount", but(STORAGE, ("networkRuleSet", "virtualNetworkRules", 0), {}),
     "networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId", "is required"),
    ("containerservice:ManagedCluster", but(AKS, ("agentPoolProfiles", 0, "name"), ...),
     "agentPoolProfiles[0].name", "is required"),
    ("keyvault:Vault", but(VAULT, ("properties", "tenantId"), ...), "properties.tenantId", "is required"),
    ("operationalinsights:DataExport", {"resourceGroupName": "r", "workspaceName": "wwww", "dataExportName": "dddd",
                                        "eventHubName": "x", "tableNames": ["a"]}, "resourceId", "is required"),
    ("resources:Deployment", {"resourceGroupName": "rg", "properties": {}}, "properties.mode", "is required"),
    # unknown property
    ("eventhub:Namespace", but(NAMESPACE, ("autoInflate",), True), "autoInflate", "is not a property"),
    ("eventhub:Namespace", but(NAMESPACE, ("zoneredundant",), True), "zoneredundant", "did you mean 'zoneRedundant'"),
    ("eventhub:EventHub", but(EVENTHUB, ("captureDescription", "destination", "container"), "c"),
     "captureDescription.destination.container", "is not a property"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("deadLetterDestination", "container"), "c"),
     "deadLetterDestination.container", "is not a property"),
    ("network:PrivateEndpoint", but(ENDPOINT, ("privateLinkServiceConnections", 0, "groups"), []),
     "privateLinkServiceConnections[0].groups", "is not a property"),
    ("insights:DiagnosticSetting", but(DIAGNOSTIC, ("logs", 0, "group"), "x"), "logs[0].group", "is not a property"),
    ("eventhub:Namespace", but(NAMESPACE, ("geoDataReplication",), {}), "geoDataReplication", "is not a property"),
    # number out of range
    ("eventhub:Namespace", but(NAMESPACE, ("sku", "capacity"), -1), "sku.capacity", "less than the minimum of 0"),
    ("eventhub:Namespace", but(NAMESPACE, ("maximumThroughputUnits",), 41), "maximumThroughputUnits", "maximum of 40"),
    ("eventhub:EventHub", but(EVENTHUB, ("partitionCount",), 0), "partitionCount", "less than the minimum of 1"),
    ("eventhub:EventHub", but(EVENTHUB, ("captureDescription", "intervalInSeconds"), 30),
     "captureDescription.intervalInSeconds", "less than the minimum of 60"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("retryPolicy", "maxDeliveryAttempts"), 31),
     "retryPolicy.maxDeliveryAttempts", "more than the maximum of 30"),
    ("storage:BlobServiceProperties", {"resourceGroupName": "r", "accountName": "a", "blobServicesName": "default",
                                       "deleteRetentionPolicy": {"days": 366}}, "deleteRetentionPolicy.days",
     "more than the maximum of 365"),
    ("containerservice:ManagedCluster", but(AKS, ("agentPoolProfiles", 0, "osDiskSizeGB"), 4096),
     "agentPoolProfiles[0].osDiskSizeGB", "more than the maximum of 2048"),
    ("network:Profile", but(TRAFFIC, ("endpoints", 0, "priority"), 0), "endpoints[0].priority", "minimum of 1"),
    ("keyvault:Vault", but(VAULT, ("properties", "softDeleteRetentionInDays"), 5),
     "properties.softDeleteRetentionInDays", "less than the minimum of 7"),
    ("operationalinsights:Table", {"resourceGroupName": "r", "workspaceName": "wwww", "tableName": "t",
                                   "retentionInDays": 3}, "retentionInDays", "minimum of 4"),
    # wrong type
    ("eventhub:Namespace", but(NAMESPACE, ("zoneRedundant",), "true"), "zoneRedundant", "not of type boolean"),
    ("eventhub:Namespace", but(NAMESPACE, ("tags",), {"a": 1}), "tags.a", "not of type string"),
    ("eventhub:EventHub", but(EVENTHUB, ("partitionCount",), 2.5), "partitionCount", "not of type integer"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("filter", "advancedFilters", 0, "values", 1), 1),
     "filter.advancedFilters[0].values[1]", "not of type string"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("filter", "includedEventTypes"), "All"),
     "filter.includedEventTypes", "not of type array"),
    ("containerservice:ManagedCluster", but(AKS, ("autoScalerProfile", "balanceSimilarNodeGroups"), True),
     "autoScalerProfile.balanceSimilarNodeGroups", "not of type string"),
    ("containerservice:AgentPool", {"resourceGroupName": "r", "resourceName": "c", "agentPoolName": "p",
                                    "type": 1}, "type", "not of type string"),
    ("portal:Dashboard", but(DASHBOARD, ("lenses",), {"0": {}}), "lenses", "not of type array"),
    ("portal:Dashboard", but(DASHBOARD, ("lenses", 0, "parts", 0, "metadata", "settings", "content"), 1),
     "lenses[0].parts[0].metadata.settings.content", "not of type object"),
    ("portal:Dashboard", but(DASHBOARD, ("lenses", 0, "parts", 0, "position"), ...), "lenses[0].parts[0].position",
     "is required"),
    ("insights:Workbook", {"resourceGroupName": "r", "resourceName": "main", "category": "c", "displayName": "d",
                           "serializedData": "{}"}, "resourceName", "does not match"),
    ("resources:ResourceGroup", {"resourceGroupName": "rg", "location": 1}, "location", "not of type string"),
    # an expression is no value outside a template
    ("eventhub:Namespace", but(NAMESPACE, ("zoneRedundant",), "[parameters('zones')]"), "zoneRedundant",
     "not of type boolean"),
    ("eventhub:Namespace", but(NAMESPACE, ("sku", "name"), "[parameters('sku')]"), "sku.name", "is not one of"),
    # wrong pattern, length, format
    ("eventhub:Namespace", but(NAMESPACE, ("namespaceName",), "5pill-0001"), "namespaceName", "does not match"),
    ("eventhub:Namespace", but(NAMESPACE, ("namespaceName",), "a" * 51), "namespaceName", "more than the maxLength"),
    ("storage:StorageAccount", but(STORAGE, ("accountName",), "Spill0001"), "accountName", "does not match"),
    ("storage:BlobContainer", {"resourceGroupName": "r", "accountName": "account", "containerName": "ab"},
     "containerName", "fewer than the minLength of 3"),
    ("containerservice:ManagedCluster", but(AKS, ("agentPoolProfiles", 0, "name"), "System"),
     "agentPoolProfiles[0].name", "does not match"),
    ("containerservice:ManagedCluster", but(AKS, ("networkProfile", "dnsServiceIP"), "10.0.0.300"),
     "networkProfile.dnsServiceIP", "does not match"),
    ("containerservice:ManagedCluster", but(AKS, ("autoScalerProfile", "scaleDownUnneededTime"), "600s"),
     "autoScalerProfile.scaleDownUnneededTime", "does not match"),
    ("authorization:RoleAssignment", but(ROLE, ("roleAssignmentName",), "reader"), "roleAssignmentName",
     "does not match"),
    ("keyvault:Vault", but(VAULT, ("properties", "tenantId"), "mine"), "properties.tenantId", "does not match"),
    ("managedidentity:FederatedIdentityCredential",
     but(FEDERATED, ("federatedIdentityCredentialResourceName",), "-x"), "federatedIdentityCredentialResourceName",
     "does not match"),
    ("eventgrid:EventSubscription", but(SUBSCRIPTION, ("expirationTimeUtc",), "tomorrow"), "expirationTimeUtc",
     "is not a date-time"),
    ("insights:ActionGroup", {"resourceGroupName": "r", "actionGroupName": "a", "location": "global", "enabled": True,
                              "groupShortName": "thirteen-char"}, "groupShortName", "more than the maxLength of 12"),
    ("eventhub:Namespace", but(NAMESPACE, ("sku",), secret({"name": "Gold"})), "sku.name", "is not one of"),
    # nested ARM templates
    ("resources:Deployment", template([but(GEO, ("sku", "name"), "Gold")]),
     "properties.template.resources[0].sku.name", "is not one of"),
    ("resources:Deployment", template([but(GEO, ("properties", "zones"), 3)]),
     "properties.template.resources[0].properties.zones", "is not a property"),
    ("resources:Deployment", template([but(GEO, ("apiVersion",), ...)]),
     "properties.template.resources[0].apiVersion", "is required"),
    ("resources:Deployment", template([but(SUB_2025, ("name",), "to-hub")]),
     "properties.template.resources[0].name", "needs 2"),
    ("resources:Deployment", template([but(SUB_2025, ("properties", "retryPolicy", "eventTimeToLiveInMinutes"), 0)]),
     "properties.template.resources[0].properties.retryPolicy.eventTimeToLiveInMinutes", "minimum of 1"),
    ("resources:Deployment", template([but(SUB_2025, ("properties", "destination"), {"endpointType": "EventHub",
                                                                                     "resourceId": HUB})]),
     "properties.template.resources[0].properties.destination.resourceId", "is not a property"),
    ("resources:Deployment", template([{**GEO, "name": "[parameters('nmae')]"}], {"name": {"type": "string"}},
                                      {"name": {"value": "n"}}),
     "properties.template.resources[0].name", "'nmae' is not declared"),
    ("resources:Deployment", template([{**GEO, "sku": {"name": "[parameters('s')]"}}], {"s": {"type": "string"}},
                                      {"s": {"value": "Gold"}}),
     "properties.template.resources[0].sku.name", '"Gold" is not one of'),
    ("resources:Deployment", template([GEO], {"n": {"type": "string"}}, {}), "properties.parameters.n",
     "is required"),
    ("resources:Deployment", template([GEO], {}, {"x": {"value": 1}}), "properties.parameters.x",
     "declares no such parameter"),
    ("resources:Deployment", template([GEO], contentVersion="one"), "properties.template.contentVersion",
     "does not match"),
    ("resources:Deployment", template([{**GEO, "resources": [
        {"type": "eventhubs", "apiVersion": "2024-01-01", "name": "orders", "properties": {"partitionCount": "4"}}]}]),
     "properties.template.resources[0].resources[0].properties.partitionCount", "not of type integer"),
]


class Good(unittest.TestCase):
    def test_good(self):
        self.assertGreaterEqual(len(GOOD), 25)
        self.assertGreaterEqual(len({t for t, _ in GOOD}), 12)
        for i, (token, inputs) in enumerate(GOOD):
            with self.subTest(i=i, token=token):
                found, report = problems(token, inputs)
                self.assertEqual([], found)
                self.assertEqual([], report.unknown)

    def test_examples(self):
        """Microsoft's own examples are clean but for the ones known to be stale or cut short."""
        known = [(r"containerservice:ManagedCluster .*", "sku.name"),              # Basic, renamed to Base
                 (r"dashboard:PrivateEndpointConnection .*", "privateLinkServiceConnectionState"),
                 (r"insights:Component example 2.*", "applicationType"),           # an example of an update
                 (r"resources:AzureCliScript .*", "azCliVersion|retentionInterval"),
                 (r"storage:ObjectReplicationPolicy .*", "destinationAccount|sourceAccount")]
        with open(os.path.join(HERE, "examples.json"), encoding="utf-8") as f:
            examples = json.load(f)
        report = validate.check(examples, LIB)
        left = [v for v in report.violations
                if not any(re.fullmatch(w, v[0]) and re.fullmatch(p, v[1]) for w, p in known)]
        self.assertEqual([], left)
        self.assertGreaterEqual(report.checked, 320)
        dirty = {v[0] for v in report.violations}
        self.assertGreaterEqual(len({e["type"] for e in examples if e["urn"] not in dirty}), 155)

    def test_examples_with_one_key_misspelt(self):
        """Every key of every clean example is really looked at: misspelling it must be noticed."""
        with open(os.path.join(HERE, "examples.json"), encoding="utf-8") as f:
            examples = json.load(f)
        dirty = {v[0] for v in validate.check(examples, LIB).violations}
        seen = missed = 0
        for e in examples:
            if e["urn"] in dirty or not validate.check([e], LIB).checked:
                continue
            for k in e["inputs"]:
                r = {**e, "inputs": {("zz" + q if q == k else q): v for q, v in e["inputs"].items()}}
                seen += 1
                # a misspelt choice of the ARM type is told as the choice that is missing
                missed += not {"zz" + k, k} & {v[1] for v in validate.check([r], LIB).violations}
        self.assertGreater(seen, 1500)
        self.assertEqual(0, missed)


class Bad(unittest.TestCase):
    def test_bad(self):
        self.assertGreaterEqual(len(BAD), 25)
        self.assertGreaterEqual(len({t for t, *_ in BAD}), 12)
        for i, (token, inputs, path, text) in enumerate(BAD):
            with self.subTest(i=i, token=token, path=path):
                found, _ = problems(token, inputs)
                self.assertEqual([path], [p for p, _ in found])
                self.assertIn(text, found[0][1])

    def test_published(self):
        """--published is the schema alone: our constraints are gone, both ways."""
        self.assertEqual([], problems("eventhub:Namespace", but(NAMESPACE, ("maximumThroughputUnits",), 400), PUBLISHED)[0])
        found, _ = problems("eventhub:Namespace", but(NAMESPACE, ("namespaceName",), "spill1"), PUBLISHED)
        self.assertEqual(["namespaceName"], [p for p, _ in found])


class Formats(unittest.TestCase):
    def run_cli(self, doc, *flags):
        text = doc if isinstance(doc, str) else json.dumps(doc)
        p = subprocess.run([sys.executable, os.path.join(HERE, "validate.py"), *flags], input=text,
                           capture_output=True, text=True)
        return p.returncode, p.stdout.splitlines(), p.stderr

    def test_preview(self):
        urn = "urn:pulumi:dev::spillway::azure-native:eventhub:Namespace::ns"
        state = {"urn": urn, "type": "azure-native:eventhub:Namespace", "inputs": but(NAMESPACE, ("sku", "name"), "X")}
        doc = {"steps": [{"op": "create", "urn": "s", "newState": {"urn": "s", "type": "pulumi:pulumi:Stack"}},
                         {"op": "delete", "urn": "d", "oldState": state},
                         {"op": "read", "urn": "e", "newState": {**state, "urn": "e", "external": True}},
                         {"op": "create-replacement", "urn": urn, "newState": state},
                         {"op": "replace", "urn": urn, "newState": state}]}
        code, lines, _ = self.run_cli(doc)
        self.assertEqual(1, code)
        self.assertEqual([f'{urn}: sku.name: "X" is not one of "Basic", "Standard", "Premium"',
                          "1 resources checked, 0 unknown types, 1 violations"], lines)

    def test_export(self):
        good = {"urn": "a", "type": "azure-native:eventhub:Namespace", "custom": True,
                "inputs": {**NAMESPACE, "__defaults": [], "sku": {
                    validate.SIG: validate.SECRET, "plaintext": json.dumps({"name": "Standard"})},
                    "alternateName": {validate.SIG: validate.SECRET, "ciphertext": "AAAB"}}}
        gone = {"urn": "b", "type": "azure-native:eventhub:Namespace", "delete": True, "inputs": {"x": 1}}
        other = {"urn": "c", "type": "kubernetes:core/v1:Namespace", "inputs": {"x": 1}}
        code, lines, _ = self.run_cli({"version": 3, "deployment": {"resources": [good, gone, other]}})
        self.assertEqual((0, ["1 resources checked, 0 unknown types, 0 violations"]), (code, lines))

    def test_list_and_unknown_type(self):
        doc = [{"name": "n", "type": "azure-native:eventhub:Namespace", "inputs": NAMESPACE},
               {"name": "w", "type": "azure-native:web:WebApp", "inputs": {}}]
        code, lines, err = self.run_cli(doc)
        self.assertEqual((0, ["1 resources checked, 1 unknown types, 0 violations"]), (code, lines))
        self.assertIn("azure-native:web:WebApp", err)
        self.assertEqual(1, self.run_cli(doc, "--strict")[0])
        self.assertEqual(0, self.run_cli(doc, "--at-least", "1")[0])
        self.assertEqual(2, self.run_cli(doc, "--at-least", "2")[0])

    def test_graph(self):
        """What `./spillway preview --graph` writes: parent "" at the top, options, Pulumi's sentinels."""
        def entry(name, kind, inputs, parent=""):
            return {"urn": "urn:pulumi:dev::spillway::" + kind + "::" + name, "type": kind, "name": name,
                    "parent": parent, "inputs": inputs, "dependencies": [], "propertyDependencies": {},
                    "options": {"protect": True, "ignoreChanges": ["partitionCount"], "aliases": []}}
        hub = dict(EVENTHUB, namespaceName=UNKNOWN, partitionCount=secret(8))
        graph = [entry("spillway-dev", "pulumi:pulumi:Stack", {}),
                 entry("orders", "spillway:index:EventHubsNamespace", {}, "urn:stack"),
                 entry("hub", "azure-native:eventhub:EventHub", hub, "urn:orders"),
                 entry("api", "kubernetes:apps/v1:Deployment", {"spec": {}}, "urn:stack")]
        r = validate.check(graph, LIB)
        self.assertEqual((r.checked, r.unknown, r.violations), (1, [], []))
        graph[2]["inputs"]["partitionCount"] = "8"
        urn, path, message, _ = validate.check(graph, LIB).violations[0]
        self.assertEqual((urn, path), (graph[2]["urn"], "partitionCount"))

    def test_template_file(self):
        doc = {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
               "contentVersion": "1.0.0.0", "resources": [but(GEO, ("sku", "name"), "X")]}
        code, lines, _ = self.run_cli(doc)
        self.assertEqual(1, code)
        self.assertTrue(lines[0].startswith("template: resources[0].sku.name: "))

    def test_not_understood(self):
        for doc in ("{", "{}", "[1]", "3", '{"steps": 1}', '[{"urn": "u"}]',
                    '[{"type": "azure-native:eventhub:Namespace", "inputs": [1]}]'):
            with self.subTest(doc=doc):
                self.assertEqual(2, self.run_cli(doc)[0])

    def test_arm_path(self):
        doc = [{"urn": "u", "type": "azure-native:eventhub:EventHub",
                "inputs": but(EVENTHUB, ("captureDescription", "destination", "blobContainer"), 1)}]
        _, lines, _ = self.run_cli(doc, "--arm")
        self.assertIn("u: captureDescription.destination.blobContainer: ", lines[0])
        self.assertIn("[properties.captureDescription.destination.properties.blobContainer]", lines[0])

    def test_unknowns_are_wildcards(self):
        for u in validate.UNKNOWNS + ("[secret]", f"https://{UNKNOWN}/x"):
            self.assertEqual([], problems("eventhub:Namespace", but(NAMESPACE, ("zoneRedundant",), u))[0])


class Schemas(unittest.TestCase):
    def test_whole(self):
        """Every reference resolves, every pattern compiles, every keyword is one the checker knows."""
        known = set(LIB.validator({}).VALIDATORS) | {"oneOf", "allOf", "const", "$ref", "default"}

        def walk(node, key, names=False):
            if isinstance(node, dict):
                for k, v in node.items():
                    if not names:
                        self.assertIn(k, known, key)
                        if k == "pattern":
                            re.compile(v)
                    if k == "$ref" and not names:
                        LIB.resolve(LIB.clean(node, key) or {})
                    if k not in ("enum", "required", "default", "const"):
                        walk(v, key, k == "properties" and not names)
            elif isinstance(node, list):
                for v in node:
                    walk(v, key)

        for key, doc in PUBLISHED.docs.items():
            for section in validate.KINDS + ("definitions",):
                for d in doc.get(section, {}).values():
                    walk(d, key)

    def test_every_token_has_a_schema(self):
        missing = [t for t, e in LIB.tokens.items() if not any(
            v == e["apiVersion"] and a.startswith(e["type"].split("{")[0].lower()) for a, v in LIB.index)]
        self.assertEqual(["chaos:Capability", "chaos:Target", "kubernetesconfiguration:Extension",
                          "kubernetesconfiguration:FluxConfiguration"], sorted(missing))

    def test_size(self):
        total = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(os.path.join(HERE, "schemas")) for f in fs)
        self.assertLess(total, 3_000_000)


if __name__ == "__main__":
    unittest.main()
