// Loads emitted settings into @azure/event-hubs and prints what the library has of them, as JSON. No network is used.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const [, , file, modules] = process.argv;
const hubs = require(path.join(modules, "@azure/event-hubs"));
const emitted = JSON.parse(fs.readFileSync(file, "utf8"));
const credential = { getToken: async () => { throw new Error("no network here"); } };
const host = "n.servicebus.windows.net";
const options = { ...emitted.client };
if (emitted.useWebSockets) {
    options.webSocketOptions = { webSocket: class {} };
}
const read = {};
if (emitted.bufferedProducer) {
    const all = { ...options, ...emitted.bufferedProducer, onSendEventsErrorHandler: async () => {} };
    const client = new hubs.EventHubBufferedProducerClient(host, "h", credential, all);
    read.retryOptions = client._clientOptions.retryOptions;
    for (const name of ["maxEventBufferLengthPerPartition", "maxWaitTimeInMs", "enableIdempotentRetries"]) {
        read[name] = client._clientOptions[name];
    }
    read.webSockets = client._producer._context.config.webSocket !== undefined;
} else {
    const client = new hubs.EventHubConsumerClient("g", host, "h", credential, options);
    read.retryOptions = client._clientOptions.retryOptions;
    read.loadBalancing = client._loadBalancingOptions;
    read.webSockets = client._context.config.webSocket !== undefined;
}
process.stdout.write(JSON.stringify(read));
process.exit(0);
