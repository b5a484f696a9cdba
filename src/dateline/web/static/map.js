// The map: outlines of countries, shaded where events are told of a country as a whole, discs where of a point.
import { nameLayers, placeNames } from "./map-names.js";

const WORLD = { west: -170, east: 180, south: -56, north: 78 };

// The part of the world that nine in ten events lie in, with room around them.
function extentOf(spots) {
  const placed = spots.filter((spot) => spot.longitude !== null && spot.latitude !== null);
  if (!placed.length) return WORLD;
  const [west, east] = middle(placed, "longitude"), [south, north] = middle(placed, "latitude");
  const across = Math.max(18, east - west), up = Math.max(12, north - south);
  return {
    west: Math.max(-180, west - across * 0.18), east: Math.min(180, east + across * 0.18),
    south: Math.max(-60, south - up * 0.25), north: Math.min(80, north + up * 0.25),
  };
}

function middle(spots, name) {
  const sorted = [...spots].sort((a, b) => a[name] - b[name]);
  const total = sorted.reduce((sum, spot) => sum + spot.events, 0);
  const at = (share) => {
    let seen = 0;
    return sorted.find((spot) => (seen += spot.events) >= share * total)[name];
  };
  return [at(0.05), at(0.95)];
}

function projection(extent, width, height) {
  const radians = Math.PI / 180;
  const scale = Math.min(width / ((extent.east - extent.west) * radians), height / ((extent.north - extent.south) * radians));
  return {
    type: "equirectangular", scale, translate: [width / 2, height / 2],
    rotate: [-(extent.east + extent.west) / 2, 0, 0], center: [0, (extent.north + extent.south) / 2],
  };
}

// Where the events of a place are listed, within the same filters.
function addressOf(spot) {
  const address = new URL("/timeline", location.href);
  address.search = location.search;
  address.searchParams.set("place", spot.place);
  return address.pathname + address.search;
}

const shared = [
  { field: "place", type: "nominal" }, { field: "events", type: "quantitative" },
  { field: "conflict", type: "quantitative", title: "of them conflict" }, { field: "doubtful", type: "quantitative", title: "in doubt" },
];

export function mapSpec(spots, c, width, box) {
  const height = Math.max(240, box.clientHeight);
  const whole = box.dataset.extent === "world";
  const all = spots.map((spot) => ({ ...spot, href: addressOf(spot), lean: spot.conflict * 2 > spot.events ? "mostly conflict" : "mostly cooperation", sure: spot.doubtful < spot.events }));
  const lean = { field: "lean", type: "nominal", scale: { domain: ["mostly cooperation", "mostly conflict"], range: [c.cooperation, c.conflict] }, legend: null };
  const opacity = (faint, full) => ({ condition: { test: "datum.sure", value: full }, value: faint });
  const outlines = { url: box.dataset.outlines, format: { type: "topojson", feature: "countries" } };
  const areas = all.filter((spot) => spot.area && spot.numeric);
  const points = all.filter((spot) => !spot.area && spot.latitude !== null);
  const extent = whole ? WORLD : extentOf(spots);
  const projected = projection(extent, width, height);
  return {
    width, height, padding: 0, autosize: { type: "none" }, projection: projected,
    layer: [
      { data: outlines, mark: { type: "geoshape", fill: c.land, stroke: c.border, strokeWidth: 0.6 } },
      ...(areas.length ? [{
        data: outlines,
        transform: [{ lookup: "id", from: { data: { values: areas }, key: "numeric", fields: ["place", "events", "conflict", "doubtful", "lean", "sure", "href"] } }, { filter: "isValid(datum.events)" }],
        mark: { type: "geoshape", stroke: c.ink, strokeWidth: 0.9 },
        encoding: {
          fill: lean, href: { field: "href", type: "nominal" }, tooltip: shared, strokeDash: { condition: { test: "datum.sure", value: [1, 0] }, value: [3, 3] },
          fillOpacity: opacity(0.14, 0.38),
        },
      }] : []),
      ...(points.length ? [{
        data: { values: points },
        mark: { type: "point", filled: false, strokeWidth: 1.8, clip: true },
        encoding: {
          longitude: { field: "longitude", type: "quantitative" }, latitude: { field: "latitude", type: "quantitative" },
          size: { field: "events", type: "quantitative", scale: { type: "sqrt", range: [50, 900] }, legend: null },
          stroke: lean, fill: lean, href: { field: "href", type: "nominal" }, tooltip: shared, fillOpacity: opacity(0, 0.6), strokeDash: { condition: { test: "datum.lean === 'mostly conflict'", value: [3, 2] }, value: [1, 0] },
          order: { field: "events", sort: "descending" },
        },
      }] : []),
      ...nameLayers(placeNames(spots, extent, projected.scale, width, height), c),
    ],
  };
}

// Between the whole world and where the events are.
export function bindSwitch(redraw) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-extent-switch]");
    const box = button?.closest("figure")?.querySelector("[data-chart=map]");
    if (!box) return;
    box.dataset.extent = box.dataset.extent === "world" ? "events" : "world";
    button.textContent = box.dataset.extent === "world" ? "Where the events are" : "Whole world";
    redraw(box);
  });
}
