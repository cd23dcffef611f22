import type { ReactNode } from 'react';
import { type WebLang, webTexts } from '../texts.ts';
import './custom-elements.ts';

export interface CopyButtonProps {
  lang: WebLang;
  text: string;
}

/** Puts a text on the clipboard. Shows nothing without script; needs the script `wr-copy`. */
export const CopyButton = ({ lang, text }: CopyButtonProps) => {
  const { copy, copied } = webTexts(lang);
  return <wr-copy data-text={text} data-label={copy} data-copied={copied} />;
};

export interface PhotoFieldProps {
  lang: WebLang;
  /** Most photos that may be sent; the server checks it too. */
  max: number;
  /** A FileField. */
  children: ReactNode;
}

/** Shows the chosen photos under their FileField, each with a way to take it away. Needs the script `wr-photo-field`. */
export const PhotoField = ({ lang, max, children }: PhotoFieldProps) => {
  const texts = webTexts(lang);
  return (
    <wr-photo-field
      data-max={String(max)}
      data-chosen={texts.photoChosen}
      data-remove={texts.photoRemove}
      data-too-many={texts.photoTooMany.replace('{max}', String(max))}
    >
      {children}
    </wr-photo-field>
  );
};

export interface MapPinProps {
  lang: WebLang;
  /** Ids of the two text inputs that hold the point, in degrees (WGS84). */
  latId: string;
  lonId: string;
  /** Where the map begins; without it at the outlines. */
  center?: { lat: number; lon: number; zoom: number } | undefined;
  /** Address of a GeoJSON FeatureCollection with outlines; `properties.name` is written in each. */
  areasHref?: string | undefined;
  /** Template such as `https://…/{z}/{x}/{y}.png`; its host must be in the page's `img-src`. */
  tiles?: { template: string; attribution: string } | undefined;
}

/** A map to choose a point in. Shows nothing without script: the inputs beside it do the same. Needs the script `wr-map-pin`. */
export const MapPin = ({ lang, latId, lonId, center, areasHref, tiles }: MapPinProps) => {
  const texts = webTexts(lang);
  return (
    <wr-map-pin
      data-lat={latId}
      data-lon={lonId}
      data-center={center === undefined ? undefined : `${center.lat},${center.lon},${center.zoom}`}
      data-areas={areasHref}
      data-tiles={tiles?.template}
      data-attribution={tiles?.attribution}
      data-label={texts.mapLabel}
      data-help={texts.mapHelp}
      data-choose={texts.mapChoose}
      data-locate={texts.mapLocate}
      data-failed={texts.mapLocateFailed}
      data-done={texts.mapChosen}
      data-zoom-in={texts.mapZoomIn}
      data-zoom-out={texts.mapZoomOut}
    />
  );
};

export interface MapAreasProps {
  lang: WebLang;
  /** What the map is of, such as "Palenstein". */
  name: string;
  /** Address of a GeoJSON FeatureCollection, as `client/wr-map-areas.ts` describes it. */
  src: string;
  /** Template such as `https://…/{z}/{x}/{y}.png`; its host must be in the page's `img-src`. */
  tiles?: { template: string; attribution: string } | undefined;
}

/**
 * Outlines and rounded points on a map, as the nicer twin of a list that stands beside it and says the same. Shows nothing
 * without script. Needs the script `wr-map-areas`.
 */
export const MapAreas = ({ lang, name, src, tiles }: MapAreasProps) => {
  const texts = webTexts(lang);
  return (
    <wr-map-areas
      data-src={src}
      data-label={texts.mapAreasLabel.replace('{name}', name)}
      data-help={texts.mapAreasHelp}
      data-zoom-in={texts.mapZoomIn}
      data-zoom-out={texts.mapZoomOut}
      data-tiles={tiles?.template}
      data-attribution={tiles?.attribution}
    />
  );
};

export interface NearbyProps {
  /** Address that answers with a piece of page (renderFragment), given the fields as its query. */
  href: string;
  /** Names of the fields to send along while they are typed. */
  fields: readonly string[];
  /** Id of the form that holds them, when this stands outside it. */
  formId?: string;
  /** What stands here at first, and without script. */
  children?: ReactNode;
}

/** What is known already, beside what is being typed. Needs the script `wr-nearby`. */
export const Nearby = ({ href, fields, formId, children }: NearbyProps) => (
  <wr-nearby data-src={href} data-fields={fields.join(' ')} data-form={formId}>
    {children}
  </wr-nearby>
);

/** Within it the keys of buttons and links (`hotkey`) work: alone, or with Alt while typing. Needs the script `wr-hotkeys`. */
export const Hotkeys = ({ children }: { children: ReactNode }) => (
  <wr-hotkeys className="wr-flow">{children}</wr-hotkeys>
);
