import { CircleMarker, GeoJSON, type Layer, Map as LeafletMap, Path, TileLayer } from 'leaflet';
import { make } from './shared/elements.ts';

const STEP_PX = 60;
const EDGE_PX = 16;
const POINT_PX = 9;

interface Told {
  readonly name?: string;
  readonly label?: string;
  readonly href?: string;
  readonly level?: number;
}

/**
 * A map of outlines and rounded points, as a nicer twin of a list that stands beside it. `data-src` is the address of a
 * GeoJSON FeatureCollection whose features are (Multi)Polygons or Points with the properties `label` (the sentence of the
 * list), and if wanted `name` (written in the area), `href` (where a click leads) and `level` 0 to 3 (how dark an area is;
 * the label says the number too). Labels are shown as text, never as HTML. `data-label` and `data-help` name and explain the
 * map, `data-zoom-in` and `data-zoom-out` its buttons; a background comes only from `data-tiles` with `data-attribution`.
 * The map itself can be moved by keyboard; everything in it can be read and opened in the list.
 */
class MapAreas extends HTMLElement {
  #map: LeafletMap | undefined;

  connectedCallback(): void {
    if (this.#map !== undefined) return;
    const canvas = make('div', 'wr-map__canvas', '', {
      tabindex: '0',
      role: 'application',
      'aria-label': this.#text('label'),
    });
    const frame = make('div', 'wr-map__frame');
    frame.append(canvas);
    const wrapper = make('div', 'wr-map');
    wrapper.append(frame, make('p', 'wr-status', this.#text('help')));
    this.append(wrapper);
    this.#map = this.#draw(canvas);
    void this.#fill(this.#map);
  }

  disconnectedCallback(): void {
    this.#map?.remove();
    this.#map = undefined;
    this.replaceChildren();
  }

  #text(name: string): string {
    return this.dataset[name] ?? '';
  }

  #draw(canvas: HTMLElement): LeafletMap {
    const map = new LeafletMap(canvas, {
      center: [52.1, 5.3],
      zoom: 7,
      zoomSnap: this.#text('tiles') === '' ? 0.25 : 1,
      keyboardPanDelta: STEP_PX,
      zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      // The wheel belongs to the page until the map has been entered.
      scrollWheelZoom: false,
      attributionControl: this.#text('attribution') !== '',
    });
    map.zoomControl.options.zoomInTitle = this.#text('zoomIn');
    map.zoomControl.remove().addTo(map);
    map.zoomControl
      .getContainer()
      ?.querySelector('.leaflet-control-zoom-out')
      ?.setAttribute('aria-label', this.#text('zoomOut'));
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    if (this.#text('tiles') !== '') {
      new TileLayer(this.#text('tiles'), { attribution: this.#text('attribution') }).addTo(map);
    }
    return map;
  }

  async #fill(map: LeafletMap): Promise<void> {
    const response = await fetch(this.#text('src'));
    if (!response.ok || this.#map !== map) return;
    const shapes = new GeoJSON(await response.json(), {
      style: (feature) => ({ className: areaClass(feature?.properties) }),
      pointToLayer: (_feature, place) =>
        new CircleMarker(place, { radius: POINT_PX, className: 'wr-map__point' }),
      onEachFeature: (feature, layer) => label(layer, feature.properties ?? {}),
    }).addTo(map);
    const bounds = shapes.getBounds();
    if (!bounds.isValid()) return;
    const watch = new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      if (map.getSize().x === 0) return;
      watch.disconnect();
      map.fitBounds(bounds, { padding: [EDGE_PX, EDGE_PX] });
    });
    watch.observe(map.getContainer());
    map.on('unload', () => watch.disconnect());
  }
}

const areaClass = (told: Told | null | undefined): string => {
  const level = Number(told?.level ?? 0);
  return level > 0 ? `wr-map__area wr-map__area--${Math.min(3, Math.trunc(level))}` : 'wr-map__area';
};

const label = (layer: Layer, { name, label: sentence, href }: Told): void => {
  const words = document.createElement('span');
  words.textContent = sentence ?? name ?? '';
  if (words.textContent !== '') layer.bindTooltip(words, { sticky: true });
  if (href === undefined || !(layer instanceof Path)) return;
  layer.on('click', () => window.location.assign(href));
};

customElements.define('wr-map-areas', MapAreas);
