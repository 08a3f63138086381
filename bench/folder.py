#!/usr/bin/env python3
"""Creates a large CSV folder for import from a small one: N copies of its rows, in canonical form.

    bench/folder.py SAMPLE N TARGET

In each copy, ids and member numbers are shifted, logins get the number of the copy, and addresses move to another range.
"""
import csv
import ipaddress
import os
import sys

STEP = 10_000_000
SHARED = {"crews", "service_types", "prefixes", "crew_members"}
KEYS = {"id", "user_id", "organisation_id", "holder_id", "member_id", "service_id"}
V4_STEP, V6_STEP = 1 << 17, 1 << 96


def moved(address, copy):
    """Copies of 198.18.0.0/15 are placed one after the other from 11.0.0.0 on; IPv6 copies are /32s."""
    network = ipaddress.ip_network(address)
    if copy == 0:
        return address
    v4 = network.version == 4
    first = int(network.network_address)
    base = int(ipaddress.ip_address("198.18.0.0")) if v4 else 0
    start = int(ipaddress.ip_address("11.0.0.0")) if v4 else 0
    shifted = first - base + start + copy * (V4_STEP if v4 else V6_STEP)
    text = str(ipaddress.ip_address(shifted))
    return text if network.prefixlen == network.max_prefixlen else f"{text}/{network.prefixlen}"


def row_of(copy, kind, row):
    row = dict(row)
    for name in row:
        local = name in KEYS and not (kind == "crew_members")
        if local and row[name]:
            row[name] = str(int(row[name]) + copy * STEP)
    if copy:
        if kind == "users":
            row["username"] = f"{row['username']}-{copy}"
        if kind == "members":
            row["number"] = str(int(row["number"]) + copy * 100_000)
        if kind == "allocations":
            row["address"] = moved(row["address"], copy)
    return row


def main(source, copies, target):
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        kind = name.removesuffix(".csv")
        with open(os.path.join(source, name), encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), reader.fieldnames
        with open(os.path.join(target, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            for copy in range(1 if kind in SHARED else copies):
                writer.writerows(row_of(copy, kind, row) for row in rows)


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
