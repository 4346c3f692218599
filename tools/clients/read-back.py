"""Loads emitted settings into azure-eventhub and prints what the library has of them, as JSON. No network is used."""
import json
import sys

from azure.eventhub import EventHubConsumerClient, EventHubProducerClient, LoadBalancingStrategy, TransportType


class Credential:
    def get_token(self, *scopes, **kwargs):
        raise RuntimeError("no network here")


def failed(events, partition, error):
    pass


emitted = json.load(open(sys.argv[1], encoding="utf-8"))
arguments = dict(emitted["client"], fully_qualified_namespace="n.servicebus.windows.net", eventhub_name="h")
arguments["credential"] = Credential()
arguments["transport_type"] = TransportType[arguments["transport_type"]]
read = {}
if "buffered" in emitted:
    client = EventHubProducerClient(
        buffered_mode=True, on_success=lambda *args: None, on_error=failed, **emitted["buffered"], **arguments
    )
    read["max_buffer_length"] = client._max_buffer_length
    read["max_wait_time"] = client._max_wait_time
    accepted = set(EventHubProducerClient.create_batch.__kwdefaults__ or {}) | set(
        EventHubProducerClient.create_batch.__code__.co_varnames
    )
    read["unknown"] = sorted(set(emitted["create_batch"]) - accepted)
else:
    arguments["load_balancing_strategy"] = LoadBalancingStrategy(arguments["load_balancing_strategy"])
    client = EventHubConsumerClient(consumer_group="g", **arguments)
    read["load_balancing_interval"] = client._load_balancing_interval
    read["partition_ownership_expiration_interval"] = client._partition_ownership_expiration_interval
    read["load_balancing_strategy"] = client._load_balancing_strategy.value
config = client._config
read["retry_total"] = config.max_retries
read["retry_mode"] = str(getattr(config.retry_mode, "value", config.retry_mode))
read["retry_backoff_factor"] = config.backoff_factor
read["retry_backoff_max"] = config.backoff_max
read["transport_type"] = config.transport_type.name
read["port"] = config.connection_port
json.dump(read, sys.stdout, sort_keys=True)
