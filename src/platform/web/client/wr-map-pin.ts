import { CircleMarker, GeoJSON, type Map as LeafletMap, type LeafletMouseEvent, Polygon } from 'leaflet';
import { make, makeButton, makeStatus } from './shared/elements.ts';
import { MapElement } from './shared/map-element.ts';

const CLOSE_ENOUGH_ZOOM = 17;
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
class MapPin extends MapElement {
  #chosen: CircleMarker | undefined;
  readonly #status = makeStatus();

  protected get view() {
    const [lat = 52.1, lon = 5.3, zoom = 12] = this.text('center').split(',').filter(Boolean).map(Number);
    return { center: [lat, lon], zoom } as const;
  }

  protected arrange(help: HTMLElement, frame: HTMLElement): HTMLElement[] {
    frame.append(make('div', 'wr-map__cross', '', { 'aria-hidden': 'true' }));
    return [help, frame, this.#buttons(), this.#status];
  }

  protected begin(map: LeafletMap): void {
    map.on('click', (event: LeafletMouseEvent) => map.panTo(event.latlng));
    this.#showEarlier(map);
    void this.#drawAreas(map);
  }

  #input(name: 'lat' | 'lon'): HTMLInputElement | null {
    const input = document.getElementById(this.text(name));
    return input instanceof HTMLInputElement ? input : null;
  }

  #valueOf(name: 'lat' | 'lon'): number {
    const typed = this.#input(name)?.value.replace(',', '.').trim() ?? '';
    return typed === '' ? Number.NaN : Number(typed);
  }

  #buttons(): HTMLDivElement {
    const row = make('div', 'wr-button-row');
    const look = 'utrecht-button utrecht-button--secondary-action';
    row.append(makeButton(look, this.text('choose'), this.#chooseMiddle));
    if ('geolocation' in navigator) row.append(makeButton(look, this.text('locate'), this.#locate));
    return row;
  }

  async #drawAreas(map: LeafletMap): Promise<void> {
    if (this.text('areas') === '') return;
    const response = await fetch(this.text('areas'));
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
    this.whenSeen(map, () => {
      const nothingChosen = this.#chosen === undefined && this.text('center') === '';
      if (nothingChosen && areas.getBounds().isValid()) map.fitBounds(areas.getBounds());
      showFittingNames(map, areas);
    });
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
    const [map, lat, lon] = [this.map, this.#input('lat'), this.#input('lon')];
    if (map === undefined || lat === null || lon === null) return;
    const middle = map.getCenter();
    lat.value = middle.lat.toFixed(6);
    lon.value = middle.lng.toFixed(6);
    lat.dispatchEvent(new Event('input', { bubbles: true }));
    lon.dispatchEvent(new Event('input', { bubbles: true }));
    this.#mark(map, middle.lat, middle.lng);
    this.#status.textContent = this.text('done');
  };

  readonly #locate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.map?.setView([coords.latitude, coords.longitude], CLOSE_ENOUGH_ZOOM),
      () => {
        this.#status.textContent = this.text('failed');
      },
      { timeout: 10_000, enableHighAccuracy: true },
    );
  };
}

customElements.define('wr-map-pin', MapPin);
