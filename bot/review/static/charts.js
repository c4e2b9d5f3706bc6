"use strict";
// How do the days look? Drawn anew when the width or the colours change.

const days = document.getElementById("days");
const columns = days ? JSON.parse(days.dataset.columns) : null;
const HEIGHT = 180;
const DAY = 86400;
const COUNTS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6].flatMap((ten) => [ten, 2 * ten, 5 * ten]);

const bars = (colour) => ({ paths: uPlot.paths.bars({ size: [0.8, 40] }), fill: colour, width: 0, points: { show: false } });
const line = (colour) => ({ stroke: colour, width: 2, spanGaps: true, points: { show: columns.day.length < 40, size: 5, fill: colour } });

const CHARTS = {
  questions: [["questions", "questions", bars, "--chart-1"], ["refused", "refused", bars, "--chart-2"]],
  refusals: [["refused, %", "rate", line, "--chart-2"]],
  dislikes: [["disliked", "disliked", bars, "--chart-3"]],
  latency: [["p50", "p50", line, "--chart-1"], ["p95", "p95", line, "--chart-2"], ["p99", "p99", line, "--chart-3"]],
};

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function dayOf(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function draw(place) {
  const chosen = CHARTS[place.dataset.chart];
  const axis = { stroke: colour("--pico-muted-color"), grid: { stroke: colour("--pico-muted-border-color"), width: 1 }, ticks: { show: false }, font: "12px system-ui" };
  const first = Date.parse(columns.day[0]) / 1000;
  const last = Date.parse(columns.day.at(-1)) / 1000;
  place.replaceChildren();
  new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
      cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false } },
      scales: { x: { range: [first - DAY / 2, last + DAY / 2] }, y: { range: (_, __, most) => [0, Math.max(most * 1.05, 1)] } },
      axes: [
        { ...axis, incrs: [1, 2, 3, 7, 14, 30, 60, 90, 180].map((count) => count * DAY), values: (_, all) => all.map((at) => dayOf(at).slice(5)), grid: { show: false }, space: 56, size: 30 },
        { ...axis, size: 48, ...(chosen[0][2] === bars && { incrs: COUNTS }) },
      ],
      series: [
        { label: "day", value: (_, at) => (at == null ? "–" : dayOf(at)) },
        ...chosen.map(([label, , look, name]) => ({ label, ...look(colour(name)), stroke: colour(name), value: (_, value) => (value == null ? "–" : value.toLocaleString("en-GB")) })),
      ],
    },
    [columns.day.map((day) => Date.parse(day) / 1000), ...chosen.map(([, column]) => columns[column])],
    place,
  );
}

if (columns?.day.length) {
  const places = [...document.querySelectorAll("[data-chart]")];
  const widths = new Map();
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (widths.get(target) === target.clientWidth) continue;
      widths.set(target, target.clientWidth);
      draw(target);
    }
  });
  for (const place of places) seen.observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => places.forEach(draw));
}
