"""What a table of TestTable holds, counted exactly by what the cells say and not by the rules that made them.

Usage: exact_answers.py TABLE.csv > ANSWERS.json      (standard library only; one million rows take about a minute and 2 GB)
"""

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from datetime import datetime

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
PHONE = re.compile(r"1[3-9]\d{9}", re.ASCII)
NATIONAL_ID = re.compile(
    r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]", re.ASCII
)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
INSIDE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
CATEGORIES = {"grocery", "clothing", "electronics", "household", "beauty", "sports", "books", "toys"}
PROBABILITIES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)


def check_character(seventeen):
    """ISO 7064 MOD 11-2 by its recursive definition."""
    product = 0
    for digit in seventeen:
        product = (product + int(digit)) * 2 % 11
    value = (12 - product) % 11
    return "X" if value == 10 else str(value)


def moment(text):
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form)
        except ValueError:
            pass
    return None


def quantile(ordered, p):
    h = (len(ordered) - 1) * p
    low = int(h)
    high = min(low + 1, len(ordered) - 1)
    return round(ordered[low] + (h - low) * (ordered[high] - ordered[low]), 6)


def main(path):
    size = 0
    lines = 0
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            size += len(block)
            lines += block.count(b"\n")
            digest.update(block)
    found = Counter()
    rows = 0
    nulls = Counter()
    numbers = {"amount": [], "quantity": []}
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader)
        values = [Counter() for _ in columns]
        shortest = [10**9] * len(columns)
        longest = [0] * len(columns)
        whole = set()
        for row in reader:
            rows += 1
            assert len(row) == len(columns), row
            whole.add(hashlib.blake2b("\0".join(row).encode(), digest_size=16).digest())
            for j, cell in enumerate(row):
                if cell:
                    values[j][cell] += 1
                    shortest[j] = min(shortest[j], len(cell))
                    longest[j] = max(longest[j], len(cell))
                else:
                    nulls[columns[j]] += 1
            (_, national, name, email, phone, province, category, amount, quantity, created, updated, note) = row
            if national:
                found["national_id 17 characters"] += len(national) == 17
                found["national_id month 13"] += national[10:12] == "13"
                found["national_id wrong check character"] += (
                    len(national) == 18 and check_character(national[:17]) != national[17]
                )
                found["national_id pattern"] += bool(NATIONAL_ID.fullmatch(national))
            found["name placeholder"] += name in ("N/A", "test", "无")
            found["name padded"] += name != name.strip()
            if email:
                found["email without @"] += "@" not in email
                found["email @@"] += "@@" in email
                found["email blank"] += " " in email
                found["email a@a"] += email == "a@a"
                found["email valid"] += bool(EMAIL.fullmatch(email))
            if phone:
                found["phone 10 digits"] += phone.isdigit() and len(phone) == 10
                found["phone letters"] += any(c.isalpha() for c in phone)
                found["phone +86-"] += phone.startswith("+86-")
                found["phone 13800000000"] += phone == "13800000000"
                found["phone valid"] += bool(PHONE.fullmatch(phone))
            found["province 99"] += province == "99"
            found["province as name"] += province.startswith("Province-")
            if national and len(province) == 2 and province != national[:2]:
                found["province contradicts national_id"] += 1
            found["category other spelling"] += category != "" and category not in CATEGORIES
            if amount:
                found["amount numeric"] += bool(NUMBER.fullmatch(amount))
                found["amount with thousands separator"] += "," in amount
                found["amount negative"] += amount.startswith("-")
                if NUMBER.fullmatch(amount):
                    numbers["amount"].append(float(amount))
            if quantity:
                found["quantity 0"] += quantity == "0"
                found["quantity 3.5"] += quantity == "3.5"
                found["quantity ten"] += quantity == "ten"
                if NUMBER.fullmatch(quantity):
                    numbers["quantity"].append(float(quantity))
            begin = moment(created)
            end = moment(updated)
            found["created_at dd/MM/yyyy"] += "/" in created
            found["created_at 2099-12-31"] += created == "2099-12-31"
            found["created_at 2024-02-30"] += created == "2024-02-30"
            found["created_at parseable"] += begin is not None
            found["updated_at from 2025-01-01"] += end is not None and end.year >= 2025
            found["updated_at before created_at"] += begin is not None and end is not None and end < begin
            found["note with comma and quotes"] += "," in note and '"' in note
            found["note with newline"] += "\n" in note
            found["note with phone"] += bool(INSIDE.search(note))
            found["note 锟斤拷"] += "锟斤拷" in note
            found["note =1+1"] += note == "=1+1"
    found["rows copied whole"] = rows - len(whole)
    found["id repeated"] = rows - len(values[0])
    summary = {}
    for column, list_ in numbers.items():
        list_.sort()
        summary[column] = {
            "count": len(list_),
            "minimum": list_[0],
            "maximum": list_[-1],
            "quantiles": {str(p): quantile(list_, p) for p in PROBABILITIES},
        }
    answers = {
        "rows": rows,
        "bytes": size,
        "physicalLines": lines,
        "sha256": digest.hexdigest(),
        "nulls": {c: nulls[c] for c in columns},
        "distinct": {c: len(values[j]) for j, c in enumerate(columns)},
        "lengths": {c: [shortest[j], longest[j]] for j, c in enumerate(columns)},
        "frequent": {
            c: [[v, n] for v, n in sorted(values[j].items(), key=lambda e: (-e[1], e[0]))[:10]]
            for j, c in enumerate(columns)
            if c in ("province", "category", "quantity", "phone", "created_at", "email", "name")
        },
        "found": dict(sorted(found.items())),
        "numbers": summary,
    }
    json.dump(answers, sys.stdout, ensure_ascii=False, indent=2)
    print()


if __name__ == "__main__":
    main(sys.argv[1])
