import * as fs from "fs";
import * as pulumi from "@pulumi/pulumi";

interface Declared {
    urn: string;
    type: string;
    name: string;
    parent: string;
    inputs: pulumi.Inputs;
    options: { protect: boolean; aliases: string[]; version?: string };
}

class Custom extends pulumi.CustomResource {
    constructor(declared: Declared, options: pulumi.CustomResourceOptions) {
        super(declared.type, declared.name, declared.inputs, options);
    }
}

class Component extends pulumi.ComponentResource {
    constructor(declared: Declared, options: pulumi.ComponentResourceOptions) {
        super(declared.type, declared.name, {}, options);
    }
}

const config = new pulumi.Config();
const graph: Declared[] = JSON.parse(fs.readFileSync(config.require("graph"), "utf8"));
const made = new Map<string, pulumi.Resource>();

function make(declared: Declared): pulumi.Resource {
    const there = made.get(declared.urn);
    if (there !== undefined) {
        return there;
    }
    const above = graph.find(other => other.urn === declared.parent && other.type !== "pulumi:pulumi:Stack");
    const options = {
        parent: above && make(above),
        protect: declared.options.protect,
        version: declared.options.version,
        aliases: declared.options.aliases.map(alias => ({ type: alias.replace(/^type=/, "") })),
    };
    const resource = declared.type.startsWith("spillway:") ? new Component(declared, options) : new Custom(declared, options);
    made.set(declared.urn, resource);
    return resource;
}

graph.filter(declared => declared.type !== "pulumi:pulumi:Stack").forEach(make);
