"""Those of the ten rules that look at one resource alone; checkov's checks for ARM see no other.

EH-007 is not among them: how long a hub can keep events hangs on the tier of its namespace.
"""
from checkov.arm.base_resource_check import BaseResourceCheck
from checkov.common.models.enums import CheckCategories, CheckResult


def check(rule, kind, is_right):
    class Check(BaseResourceCheck):
        def __init__(self):
            super().__init__(name=rule, id="CKV_SPILLWAY_" + rule.replace("-", "_"),
                             categories=[CheckCategories.BACKUP_AND_RECOVERY], supported_resources=[kind])

        def scan_resource_conf(self, conf):
            return CheckResult.PASSED if is_right(conf, conf.get("properties") or {}) else CheckResult.FAILED

    return Check()


NAMESPACE = "Microsoft.EventHub/namespaces"
HUB = "Microsoft.EventHub/namespaces/eventhubs"
ZONES = {"westeurope", "northeurope", "eastus", "eastus2", "westus2", "westus3", "centralus", "uksouth"}
checks = [
    check("EH-001", NAMESPACE, lambda c, p: c["sku"]["tier"] != "Basic"),
    check("EH-002", NAMESPACE, lambda c, p: c["sku"]["tier"] != "Standard" or p["isAutoInflateEnabled"]),
    check("EH-003", NAMESPACE, lambda c, p: not p["isAutoInflateEnabled"]
          or p["maximumThroughputUnits"] >= max(4, 2 * c["sku"]["capacity"])),
    check("EH-006", NAMESPACE, lambda c, p: c["location"] in ZONES),
    check("EH-008", HUB, lambda c, p: p["partitionCount"] >= 4),
]
