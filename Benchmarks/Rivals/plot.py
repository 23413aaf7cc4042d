"""Draws the results: a line for each pair, from the rival's speed to ours, on a logarithmic scale."""

import math
from html import escape

from driver import amount

# Read on white and on black alike; the ground stays transparent.
INK, FAINT, OURS, RIVAL = "#757d87", "#757d8755", "#1a8f6a", "#d07a1f"
WIDTH, LEFT, RIGHT, LINE = 900, 400, 90, 22


def plot(report):
    rows = [row for text in report["texts"] for row in text["rows"]]
    speeds = [row[side]["median"] for row in rows for side in ("rival_mb_per_s", "ours_mb_per_s")]
    low = math.floor(math.log10(max(min(speeds, default=1), 0.01)))
    high = math.ceil(math.log10(max(speeds, default=10) * 1.01))
    across = lambda value: LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(max(value, 0.01)) - low) / (high - low)

    parts = []

    def text(x, y, words, anchor="start", weight="normal"):
        style = f'text-anchor="{anchor}" fill="{INK}" font-weight="{weight}"'
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(words)}</text>')

    def dot(x, y, color):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{color}"/>')

    dot(16, 16, RIVAL)
    text(26, 20, "rival")
    dot(86, 16, OURS)
    text(96, 20, "ours")
    text(150, 20, "MB of UTF-8 a second, one thread, logarithmic scale; at the right, ours ÷ rival")
    y = 34
    for corpus in report["texts"]:
        y += 26
        text(10, y, f"{corpus['name']}, {amount(corpus['bytes'])}", weight="bold")
        top = y + 10
        y = top + 4
        stage = None
        for row in corpus["rows"]:
            if stage not in (None, row["stage"]):
                y += 8
            stage = row["stage"]
            y += LINE
            rival, ours = across(row["rival_mb_per_s"]["median"]), across(row["ours_mb_per_s"]["median"])
            text(10, y + 4, row["rival"])
            text(LEFT - 12, y + 4, row["ours"], "end")
            parts.append(f'<path d="M{rival:.1f} {y}H{ours:.1f}" stroke="{INK}" stroke-width="2"/>')
            dot(rival, y, RIVAL)
            dot(ours, y, OURS)
            ratio = row["ratio"]["median"]
            text(WIDTH - 10, y + 4, f"{ratio:.{0 if ratio >= 9.95 else 1}f} ×", "end", weight="bold")
        y += LINE
        for power in range(low, high + 1):
            x = across(10**power)
            parts.insert(0, f'<path d="M{x:.1f} {top}V{y - 6}" stroke="{FAINT}"/>')
            text(x, y + 8, f"{10**power:,g}", "middle")
        y += 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" '
        f'font-family="system-ui, sans-serif" font-size="13">\n' + "\n".join(parts) + "\n</svg>\n"
    )
