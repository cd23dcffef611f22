import {
  CircleMarker,
  GeoJSON,
  Map as LeafletMap,
  type LeafletMouseEvent,
  Polygon,
  TileLayer,
} from 'leaflet';
import { make, makeButton, makeStatus } from './shared/elements.ts';

const CLOSE_ENOUGH_ZOOM = 17;
const STEP_PX = 60;
/** Pixels that a letter of a name takes, roughly, and the height of a line. */
const LETTER_PX = 8;
const LINE_PX = 20;

/** Only names that fit within their own outline are shown; zooming in brings the rest. */
const showFittingNames = (map: LeafletMap, areas: GeoJSON): void => {
  areas.eachLayer((layer) => {
    if (!(layer instanceof Polygon) || !layer.getTooltip()) return;
    const bounds = layer.getBounds();
    const topLeft = map.latLngToContainerPoint(bounds.getNorthWest());
    const size = map.latLngToContainerPoint(bounds.getSouthEast()).subtract(topLeft);
    const name = String(layer.getTooltip()?.getContent());
    if (size.x > name.length * LETTER_PX && size.y > LINE_PX) layer.openTooltip();
    else layer.closeTooltip();
  });
};

/**
 * A map above two text inputs (`data-lat`, `data-lon`: their ids), in which one moves the place under a cross and
 * presses a button; no dragging is needed, arrow keys and the zoom buttons do the same. Outlines come from
 * `data-areas` (GeoJSON), a background only from `data-tiles`; it works with neither.
 */
class MapPin extends HTMLElement {
  #map: LeafletMap | undefined;
  #chosen: CircleMarker | undefined;
  readonly #status = makeStatus();

  connectedCallback(): void {
    if (this.#map !== undefined) return;
    const canvas = make('div', 'wr-map__canvas', '', {
      tabindex: '0',
      role: 'application',
      'aria-label': this.#text('label'),
    });
    const frame = make('div', 'wr-map__frame');
    frame.append(canvas, make('div', 'wr-map__cross', '', { 'aria-hidden': 'true' }));
    const wrapper = make('div', 'wr-map');
    wrapper.append(make('p', 'wr-status', this.#text('help')), frame, this.#buttons(), this.#status);
    this.append(wrapper);
    this.#map = this.#draw(canvas);
    this.#showEarlier(this.#map);
    void this.#drawAreas(this.#map);
  }

  disconnectedCallback(): void {
    this.#map?.remove();
    this.#map = undefined;
    this.replaceChildren();
  }

  #text(name: string): string {
    return this.dataset[name] ?? '';
  }

  #input(name: 'lat' | 'lon'): HTMLInputElement | null {
    const input = document.getElementById(this.#text(name));
    return input instanceof HTMLInputElement ? input : null;
  }

  #valueOf(name: 'lat' | 'lon'): number {
    const typed = this.#input(name)?.value.replace(',', '.').trim() ?? '';
    return typed === '' ? Number.NaN : Number(typed);
  }

  #buttons(): HTMLDivElement {
    const row = make('div', 'wr-button-row');
    const look = 'utrecht-button utrecht-button--secondary-action';
    row.append(makeButton(look, this.#text('choose'), this.#chooseMiddle));
    if ('geolocation' in navigator) row.append(makeButton(look, this.#text('locate'), this.#locate));
    return row;
  }

  #draw(canvas: HTMLElement): LeafletMap {
    const [lat = 52.1, lon = 5.3, zoom = 12] = this.#text('center').split(',').filter(Boolean).map(Number);
    const map = new LeafletMap(canvas, {
      center: [lat, lon],
      zoom,
      // Outlines may fill the frame; pictures are sharp at whole steps only.
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
    map.on('click', (event: LeafletMouseEvent) => map.panTo(event.latlng));
    if (this.#text('tiles') !== '') {
      new TileLayer(this.#text('tiles'), { attribution: this.#text('attribution') }).addTo(map);
    }
    return map;
  }

  async #drawAreas(map: LeafletMap): Promise<void> {
    if (this.#text('areas') === '') return;
    const response = await fetch(this.#text('areas'));
    if (!response.ok) return;
    const areas = new GeoJSON(await response.json(), {
      interactive: false,
      style: { className: 'wr-map__area' },
      onEachFeature: (feature, layer) => {
        const name: unknown = feature.properties?.name ?? feature.properties?.naam;
        if (typeof name === 'string') {
          layer.bindTooltip(name, { permanent: true, direction: 'center', className: 'wr-map__area-name' });
        }
      },
    }).addTo(map);
    map.on('zoomend', () => showFittingNames(map, areas));
    this.#whenSeen(map, () => {
      const nothingChosen = this.#chosen === undefined && this.#text('center') === '';
      if (nothingChosen && areas.getBounds().isValid()) map.fitBounds(areas.getBounds());
      showFittingNames(map, areas);
    });
  }

  /** A map that is folded away has no size yet, and would show everything at once, very small. */
  #whenSeen(map: LeafletMap, look: () => void): void {
    let isSeen = false;
    const watch = new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      if (isSeen || map.getSize().x === 0) return;
      isSeen = true;
      look();
    });
    watch.observe(map.getContainer());
    map.on('unload', () => watch.disconnect());
  }

  /** The point that was already in the inputs, such as when a form comes back with mistakes. */
  #showEarlier(map: LeafletMap): void {
    const [lat, lon] = [this.#valueOf('lat'), this.#valueOf('lon')];
    if (Number.isNaN(lat) || Number.isNaN(lon)) return;
    map.setView([lat, lon], CLOSE_ENOUGH_ZOOM, { animate: false });
    this.#mark(map, lat, lon);
  }

  #mark(map: LeafletMap, lat: number, lon: number): void {
    this.#chosen?.remove();
    this.#chosen = new CircleMarker([lat, lon], { radius: 11, className: 'wr-map__point' }).addTo(map);
  }

  readonly #chooseMiddle = (): void => {
    const [map, lat, lon] = [this.#map, this.#input('lat'), this.#input('lon')];
    if (map === undefined || lat === null || lon === null) return;
    const middle = map.getCenter();
    lat.value = middle.lat.toFixed(6);
    lon.value = middle.lng.toFixed(6);
    lat.dispatchEvent(new Event('input', { bubbles: true }));
    lon.dispatchEvent(new Event('input', { bubbles: true }));
    this.#mark(map, middle.lat, middle.lng);
    this.#status.textContent = this.#text('done');
  };

  readonly #locate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#map?.setView([coords.latitude, coords.longitude], CLOSE_ENOUGH_ZOOM),
      () => {
        this.#status.textContent = this.#text('failed');
      },
      { timeout: 10_000, enableHighAccuracy: true },
    );
  };
}

customElements.define('wr-map-pin', MapPin);
