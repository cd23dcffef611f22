import { CircleMarker, GeoJSON, type Layer, type Map as LeafletMap, Path } from 'leaflet';
import { MapElement } from './shared/map-element.ts';

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
 * the label says the number too). Labels are shown as text, never as HTML. Everything in it can be read and opened in the list.
 */
class MapAreas extends MapElement {
  protected readonly view = { center: [52.1, 5.3], zoom: 7 } as const;

  protected arrange(help: HTMLElement, frame: HTMLElement): HTMLElement[] {
    return [frame, help];
  }

  protected begin(map: LeafletMap): void {
    void this.#fill(map);
  }

  async #fill(map: LeafletMap): Promise<void> {
    const response = await fetch(this.text('src'));
    if (!response.ok || this.map !== map) return;
    const shapes = new GeoJSON(await response.json(), {
      style: (feature) => ({ className: areaClass(feature?.properties) }),
      pointToLayer: (_feature, place) =>
        new CircleMarker(place, { radius: POINT_PX, className: 'wr-map__point' }),
      onEachFeature: (feature, layer) => label(layer, feature.properties ?? {}),
    }).addTo(map);
    const bounds = shapes.getBounds();
    if (!bounds.isValid()) return;
    this.whenSeen(map, () => map.fitBounds(bounds, { padding: [EDGE_PX, EDGE_PX] }));
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
