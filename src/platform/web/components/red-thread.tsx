import { type WebLang, webTexts } from '../texts.ts';
import { classNames } from './class-names.ts';

/** Behind us, where we are, ahead of us, or passed by on purpose. */
export type StationState = 'done' | 'current' | 'ahead' | 'skipped';

export interface Station {
  key: string;
  name: string;
  state: StationState;
  /** As people read it, such as "di 12 mei 2026". */
  date?: string | undefined;
  href?: string | undefined;
  /** One line under the name: who has it, or what comes next. */
  note?: string | undefined;
}

export interface RedThreadProps {
  lang: WebLang;
  /** Names the list, such as "De rode draad van deze melding". */
  label: string;
  stations: readonly Station[];
  /** `auto` runs across where there is room and down the side where there is not. */
  orientation?: 'auto' | 'vertical';
}

const stateText = (lang: WebLang, state: StationState): string => {
  const { stationDone, stationCurrent, stationAhead, stationSkipped } = webTexts(lang);
  return { done: stationDone, current: stationCurrent, ahead: stationAhead, skipped: stationSkipped }[state];
};

const StationItem = ({ station, lang }: { station: Station; lang: WebLang }) => (
  <li
    className={classNames('wr-thread__station', `wr-thread__station--${station.state}`)}
    aria-current={station.state === 'current' ? 'step' : undefined}
  >
    <span className="wr-thread__knot" aria-hidden="true" />
    <div className="wr-thread__words">
      <p className="wr-thread__name">
        {station.href === undefined ? (
          station.name
        ) : (
          <a className="utrecht-link utrecht-link--html-a" href={station.href}>
            {station.name}
          </a>
        )}
        <span className="wr-visually-hidden"> ({stateText(lang, station.state)})</span>
      </p>
      {station.date === undefined ? null : <p className="wr-thread__date">{station.date}</p>}
      {station.note === undefined ? null : <p className="wr-thread__note">{station.note}</p>}
    </div>
  </li>
);

const FEW = 5;

/**
 * De rode draad: an ordered list for who listens, a red line with stations for who looks.
 * Behind is filled and dated, where we are is ringed, what is ahead is hollow on a broken line.
 */
export const RedThread = ({ lang, label, stations, orientation = 'auto' }: RedThreadProps) => (
  <div
    className={classNames(
      'wr-thread',
      stations.length <= FEW && 'wr-thread--few',
      orientation === 'vertical' && 'wr-thread--vertical',
    )}
  >
    <ol className="wr-thread__line" aria-label={label}>
      {stations.map((station) => (
        <StationItem key={station.key} station={station} lang={lang} />
      ))}
    </ol>
  </div>
);
