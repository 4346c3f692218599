"""Dead-letter blobs of growing size through `spillway dead-letters`: whole runs of the command line, start included.

All sizes run in the same small heap: who kept the events would not get through the largest."""
import json
import os
import random
import tempfile

SIZES = (1, 10, 100)
MEGABYTE = 1_000_000
PER_BLOB = 500
REASONS = ("MaxDeliveryAttemptsExceeded", "TimeToLiveExceeded", "Undeliverable due to client error")


def letter(number, chance):
    """An event as Event Grid parks it, of one of the two schemas, about 2 kB."""
    shared = {"deadletterreason": chance.choice(REASONS), "deliveryattempts": chance.randrange(1, 31),
              "lastdeliveryoutcome": "NotFound", "data": {"number": number, "filling": "z" * 1600}}
    if number % 2:
        return {"id": str(number), "source": "/orders", "type": "order.placed", "specversion": "1.0",
                "time": "2026-11-21T08:00:00Z", **shared}
    return {"id": str(number), "topic": "/orders", "subject": "orders/1", "eventType": "order.placed",
            "eventTime": "2026-11-21T08:00:00Z", "dataVersion": "1",
            "deadLetterReason": shared["deadletterreason"], "deliveryAttempts": shared["deliveryattempts"],
            "lastDeliveryOutcome": "NotFound", "data": shared["data"]}


def write(folder, megabytes):
    """Blobs of 500 events each; one event in twenty is there twice."""
    chance = random.Random(20261121)
    written = events = 0
    while written < megabytes * MEGABYTE:
        blob = [letter(events + at if chance.random() > 0.05 else max(0, events - 1), chance) for at in range(PER_BLOB)]
        events += PER_BLOB
        text = json.dumps(blob)
        written += len(text)
        with open(os.path.join(folder, f"{events:08}.json"), "w", encoding="utf-8") as file:
            file.write(text)
    return events


def measure(launcher, run):
    """Prints a line for each size, all in a heap of 64 MiB; `run` gives (exit code, seconds, peak MiB, CPU seconds)."""
    os.environ["SPILLWAY_JAVA_OPTS"] = "-Xmx64m"
    try:
        sizes(launcher, run)
    finally:
        del os.environ["SPILLWAY_JAVA_OPTS"]


def sizes(launcher, run):
    for megabytes in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            blobs = os.path.join(folder, "blobs")
            os.mkdir(blobs)
            events = write(blobs, megabytes)
            code, wall, memory, cpu = run(
                [launcher, "dead-letters", blobs, "--replay", os.path.join(folder, "requests.jsonl"), "--endpoint",
                 "https://orders.westeurope-1.eventgrid.azure.net"])
            print(f"  {megabytes:>4} MB {events:>8,} events{wall:>9.3f} s{cpu:>8.3f} s cpu{memory:>7.0f} MiB peak  exit {code}")
