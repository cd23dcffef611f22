import { Map as LeafletMap, TileLayer } from 'leaflet';
import { make } from './elements.ts';

const STEP_PX = 60;

/** Where a map looks before it is told of anything. */
interface View {
  readonly center: readonly [lat: number, lon: number];
  readonly zoom: number;
}

/**
 * What every map of ours shares: a frame that can be moved by keyboard, with its buttons and its background. `data-label` and
 * `data-help` name and explain it, `data-zoom-in` and `data-zoom-out` its buttons; a background comes only from `data-tiles`
 * with `data-attribution`, and everything works without one.
 */
export abstract class MapElement extends HTMLElement {
  #map: LeafletMap | undefined;

  /** The map while the element is on the page. */
  protected get map(): LeafletMap | undefined {
    return this.#map;
  }

  protected abstract readonly view: View;

  /** Puts the explanation and the frame on the page, with what else belongs there. */
  protected abstract arrange(help: HTMLElement, frame: HTMLElement): readonly HTMLElement[];

  /** Fills a map that is on the page. */
  protected abstract begin(map: LeafletMap): void;

  connectedCallback(): void {
    if (this.#map !== undefined) return;
    const canvas = make('div', 'wr-map__canvas', '', {
      tabindex: '0',
      role: 'application',
      'aria-label': this.text('label'),
    });
    const frame = make('div', 'wr-map__frame');
    frame.append(canvas);
    const wrapper = make('div', 'wr-map');
    wrapper.append(...this.arrange(make('p', 'wr-status', this.text('help')), frame));
    this.append(wrapper);
    this.#map = this.#draw(canvas);
    this.begin(this.#map);
  }

  disconnectedCallback(): void {
    this.#map?.remove();
    this.#map = undefined;
    this.replaceChildren();
  }

  /** A `data-` attribute; empty when it is not there. */
  protected text(name: string): string {
    return this.dataset[name] ?? '';
  }

  /** Looks for the first time; a map that is folded away has no size yet, and would show everything at once, very small. */
  protected whenSeen(map: LeafletMap, look: () => void): void {
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

  #draw(canvas: HTMLElement): LeafletMap {
    const { center, zoom } = this.view;
    const map = new LeafletMap(canvas, {
      center: [...center],
      zoom,
      // Outlines may fill the frame; pictures are sharp at whole steps only.
      zoomSnap: this.text('tiles') === '' ? 0.25 : 1,
      keyboardPanDelta: STEP_PX,
      zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      // The wheel belongs to the page until the map has been entered.
      scrollWheelZoom: false,
      attributionControl: this.text('attribution') !== '',
    });
    map.zoomControl.options.zoomInTitle = this.text('zoomIn');
    map.zoomControl.remove().addTo(map);
    map.zoomControl
      .getContainer()
      ?.querySelector('.leaflet-control-zoom-out')
      ?.setAttribute('aria-label', this.text('zoomOut'));
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    if (this.text('tiles') !== '') {
      new TileLayer(this.text('tiles'), { attribution: this.text('attribution') }).addTo(map);
    }
    return map;
  }
}
