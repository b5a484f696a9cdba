// Charts and the map: Vega-Lite, its expressions interpreted and not compiled, so that the page's policy can stay strict.
import { bindSwitch, mapSpec } from "./map.js";

const INTERPRETER = new URL("vendor/vega-interpreter.js", import.meta.url);
const SIDES = ["cooperation", "conflict"];
const drawn = new Map();

function colours() {
  const names = ["ink", "soft", "rule", "sheet", "cooperation", "conflict", "land", "border", "sea", "paper"];
  return Object.fromEntries(names.map((name) => [name, window.dateline.colour(name)]));
}

function config(c) {
  const font = "system-ui, sans-serif";
  const words = { labelColor: c.soft, titleColor: c.soft, labelFont: font, titleFont: font, titleFontWeight: 500, labelFontSize: 11 };
  return {
    background: "transparent",
    font,
    view: { stroke: null },
    mark: { aria: false }, // the box says what it is, and the page lists what it shows
    axis: { ...words, aria: false, gridColor: c.rule, domainColor: c.soft, tickColor: c.rule },
    legend: { ...words, aria: false, orient: "top", title: null, labelFontSize: 12 },
    header: { labelColor: c.ink, labelFont: font, labelFontSize: 13, labelFontWeight: 600 },
  };
}

const DAY = 24 * 3600 * 1000;
const BAR = { type: "bar", cursor: "pointer" };

const FEWEST = 16; // weeks that a chart shows at least, so that a single one is no wall

// A bar is a week wide, from its Monday to the next; conflict counts downwards.
function asBars(rows) {
  const bars = rows.filter((row) => row.events !== 0).map((row) => bar(row, Date.parse(row.week)));
  const first = Math.min(...bars.map((b) => b.start)), last = Math.max(...bars.map((b) => b.end));
  const missing = Math.max(0, FEWEST * 7 * DAY - (last - first));
  const ends = [first - missing / 2, last + missing / 2].map((day) => bar({ ...bars[0], events: 0 }, day));
  return [...bars, ...(missing ? ends : [])];
}

function bar(row, start) {
  const events = Math.abs(row.events);
  return { ...row, start: start + DAY / 3, end: start + 7 * DAY - DAY / 3, events, height: row.side === "conflict" ? -events : events };
}

// Where the events of a week are listed, within the filters of the page.
function linkWeeks(bars, list) {
  return bars.map((one) => ({ ...one, href: addressOf(one.week, list) }));
}

function addressOf(week, list) {
  const address = new URL(list, location.href);
  address.searchParams.set("since", week);
  address.searchParams.set("until", new Date(Date.parse(week) + 6 * DAY).toISOString().slice(0, 10));
  return address.pathname + address.search;
}

function barEncoding(c, noun) {
  return {
    href: { field: "href", type: "nominal" },
    x: { field: "start", type: "temporal", title: null, scale: { type: "utc", padding: 12 }, axis: { format: "%-d %b %Y", labelOverlap: true, grid: false } },
    x2: { field: "end" },
    y: { field: "height", type: "quantitative", title: noun, axis: { labelExpr: "abs(datum.value)", tickMinStep: 1, tickCount: 5 } },
    y2: { datum: 0 },
    color: { field: "side", type: "nominal", scale: { domain: SIDES, range: [c.cooperation, c.conflict] } },
    tooltip: [
      { field: "week", type: "nominal", title: "week from" }, { field: "side", type: "nominal", title: "sort" },
      { field: "events", type: "quantitative", title: noun },
    ],
  };
}

function weeksSpec(found, c, width, box) {
  const values = linkWeeks(asBars(found.weeks), box.dataset.list);
  const fit = { type: "fit", contains: "padding" };
  return { data: { values }, width: width - 16, height: 170, autosize: fit, mark: BAR, encoding: barEncoding(c, "events") };
}

function tieSpec(found, c, width, box) {
  const values = linkWeeks(asBars(found.weeks), box.dataset.list);
  const ways = [...new Set(found.weeks.map((row) => row.way))];
  return {
    data: { values },
    facet: { row: { field: "way", type: "nominal", title: null, sort: ways, header: { labelAngle: 0, labelOrient: "top", labelAnchor: "start" } } },
    spec: { width: width - 86, height: 110, mark: BAR, encoding: barEncoding(c, "acts") },
  };
}

const SPECS = { weeks: weeksSpec, tie: tieSpec, map: mapSpec };

async function draw(box) {
  if (!window.vegaEmbed) return;
  const { expressionInterpreter } = await import(INTERPRETER);
  const found = box.found ?? (box.found = await window.dateline.data(box.dataset.from));
  if (box.dataset.chart !== "map" && !found.weeks.some((row) => row.events !== 0)) {
    box.textContent = "Nothing to draw: no event with a week.";
    box.classList.add("nothing");
    box.dataset.drawn = "done";
    return;
  }
  const c = colours();
  box.classList.toggle("in-dark", window.dateline.isDark()); // paper turns it light
  const spec = SPECS[box.dataset.chart](found, c, Math.max(240, box.clientWidth), box);
  drawn.get(box)?.finalize();
  drawn.set(box, await window.vegaEmbed(box, { $schema: "https://vega.github.io/schema/vega-lite/v6.json", ...spec }, {
    ast: true, expr: expressionInterpreter, actions: false, defaultStyle: false, renderer: "svg",
    tooltip: { disableDefaultStyle: true }, config: config(c),
  }));
  box.dataset.drawn = "done";
}

function drawAll() {
  for (const box of document.querySelectorAll("[data-chart]")) {
    draw(box).catch((error) => {
      box.textContent = `This cannot be drawn: ${error.message}.`;
    });
  }
}

bindSwitch(draw);
drawAll();
document.addEventListener("dateline:colours", drawAll);
document.addEventListener("htmx:afterSettle", drawAll);
let resting;
let last = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === last) return;
  last = innerWidth;
  clearTimeout(resting);
  resting = setTimeout(drawAll, 200);
});
