import { PolicyPack, ReportViolation, ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

const NAMESPACE = "azure-native:eventhub:Namespace";
const HUB = "azure-native:eventhub:EventHub";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const AUTOSCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";

type Judge = (props: any, report: ReportViolation, args: ResourceValidationArgs) => void;

function rule(name: string, description: string, type: string, judge: Judge): ResourceValidationPolicy {
    return {
        name,
        description,
        enforcementLevel: "mandatory",
        validateResource: (args, report) => {
            if (args.type === type) {
                judge(args.props, report, args);
            }
        },
    };
}

const resourceRules = [
    rule("EH-001-tier-not-basic", "Basic cannot keep events", NAMESPACE, (props, report) => {
        if (props.sku?.name === "Basic") {
            report("sku.name: seen Basic; wanted Standard");
        }
    }),
    rule("EH-002-auto-inflate-on", "Nothing grows when the load does", NAMESPACE, (props, report) => {
        if (props.sku?.name === "Standard" && !props.isAutoInflateEnabled) {
            report("isAutoInflateEnabled: seen false; wanted true");
        }
    }),
    rule("EH-003-auto-inflate-headroom", "The ceiling is too near", NAMESPACE, (props, report) => {
        if (props.isAutoInflateEnabled && props.maximumThroughputUnits < 2 * props.sku.capacity) {
            report("maximumThroughputUnits: wanted twice the capacity");
        }
    }),
    rule("EH-006-zone-redundancy", "One zone takes everything with it", NAMESPACE, (props, report) => {
        if (props.zoneRedundant === false) {
            report("zoneRedundant: seen false; wanted true");
        }
    }),
    rule("EH-007-retention-floor", "Events are forgotten too soon", HUB, (props, report) => {
        if ((props.retentionDescription?.retentionTimeInHours ?? 24) < 72) {
            report("retentionDescription.retentionTimeInHours: wanted 72");
        }
    }),
    rule("EH-008-partition-floor", "Too few partitions for life", HUB, (props, report) => {
        if ((props.partitionCount ?? 1) < 4) {
            report("partitionCount: wanted 4");
        }
    }),
    rule("KW-002-min-replicas", "One pod is the incident", AUTOSCALER, (props, report) => {
        if ((props.spec?.minReplicas ?? 1) < 2) {
            report("spec.minReplicas: wanted 2");
        }
    }),
    rule("KW-025-grace-covers-flush", "A stopped pod takes its events along", DEPLOYMENT, (props, report) => {
        const pod = props.spec?.template;
        const flush = Number(pod?.metadata?.annotations?.["spillway.dev/flush-seconds"] ?? 0);
        if ((pod?.spec?.terminationGracePeriodSeconds ?? 30) < flush) {
            report("spec.template.spec.terminationGracePeriodSeconds: wanted the flush time");
        }
    }),
    rule("PU-001-protect-stateful", "One wrong destroy deletes the events", NAMESPACE, (props, report, args) => {
        if (!args.opts.protect && props.tags?.["spillway-profile"] !== "dev") {
            report("options.protect: seen false; wanted true");
        }
    }),
];

const noStaticReplicas: StackValidationPolicy = {
    name: "KW-004-no-static-replicas",
    description: "A deployment undoes the autoscaler",
    enforcementLevel: "mandatory",
    validateStack: (args, report) => {
        const scaled = args.resources
            .filter(resource => resource.type === AUTOSCALER)
            .map(resource => resource.props.spec?.scaleTargetRef?.name);
        args.resources
            .filter(resource => resource.type === DEPLOYMENT && scaled.includes(resource.props.metadata?.name))
            .filter(resource => resource.props.spec?.replicas !== undefined)
            .forEach(resource => report("spec.replicas: wanted none", resource.urn));
    },
};

new PolicyPack("spillway-peer", { policies: [...resourceRules, noStaticReplicas] });
