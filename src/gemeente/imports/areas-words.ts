import { formatDate } from '#platform/calendar/index.ts';
import type { Translate } from '#platform/texts/catalogue.ts';
import type { AreasReport } from '../import-areas/report.ts';
import type { importTexts } from './texts.ts';

type T = Translate<(typeof importTexts)['nl']>;

/** Codes named in one sentence; the rest is counted. */
const CODES_SHOWN = 12;

/** What an import of areas did, or would do, in sentences; without its remarks. */
export const areasInWords = (t: T, report: AreasReport): string[] => {
  const { layers, layer } = report;
  const others = layers.filter((name) => name !== layer).join(', ');
  if (report.problem) {
    const reason = t(`problem.${report.problem}`);
    return [
      t('areas.problem', { reason }),
      ...(layers.length > 0 ? [t('areas.layers', { layers: others })] : []),
    ];
  }
  const what = countsInWords(t, report);
  const day = formatDate(report.validFrom, t.lang);
  const says = (is: boolean, sentence: () => string): string[] => (is ? [sentence()] : []);
  return [
    report.dryRun ? t('areas.trial', { what }) : t('areas.done', { what }),
    ...says(report.renewed > 0, () => t('areas.renewed', { count: report.renewed, day })),
    ...says(report.renewed > 0 && report.isToCome, () => t('areas.tillThen')),
    ...says(report.kind !== 'wijk' && report.wijkenMade > 0, () =>
      t('areas.wijkenMade', { count: report.wijkenMade }),
    ),
    ...says(report.wijkenUnnamed > 0, () => t('areas.unnamed', { count: report.wijkenUnnamed })),
    ...says(report.buurtenPlaced > 0, () => t('areas.placed', { count: report.buurtenPlaced })),
    ...says(report.ownWijken && report.kind !== 'division', () => t('areas.ownWijken')),
    ...absentInWords(t, report, day),
    ...systemInWords(t, report),
    ...says(layer !== null, () =>
      others === ''
        ? t('areas.layerOnly', { layer: layer ?? '' })
        : t('areas.layer', { layer: layer ?? '', others }),
    ),
  ];
};

const countsInWords = (t: T, report: AreasReport): string => {
  const { added, replaced, unchanged, refused, features } = report;
  const counts = { added, replaced, unchanged, refused };
  if (report.kind === 'wijk') return t('areas.wijken', counts);
  if (report.kind === 'names') return t('areas.names', counts);
  return t(report.kind === 'division' ? 'areas.division' : 'areas.outlines', { ...counts, features });
};

const absentInWords = (t: T, { missing, ended }: AreasReport, day: string): string[] => {
  const staying = missing.filter((code) => !ended.includes(code));
  const listed = (codes: readonly string[]): string =>
    [
      ...codes.slice(0, CODES_SHOWN),
      ...(codes.length > CODES_SHOWN ? [t('areas.more', { count: codes.length - CODES_SHOWN })] : []),
    ].join(', ');
  return [
    ...(ended.length > 0 ? [t('areas.ended', { count: ended.length, day, codes: listed(ended) })] : []),
    ...(staying.length > 0 ? [t('areas.missing', { count: staying.length, codes: listed(staying) })] : []),
  ];
};

const systemInWords = (t: T, { system }: AreasReport): string[] => {
  if (system === null) return [];
  const sentence = t(`areas.system.${system.system}`);
  return [system.seenBy === 'word' ? sentence : `${sentence} ${t(`areas.seenBy.${system.seenBy}`)}`];
};

/** The buurten that change, each in some words. */
export const touchedInWords = (t: T, { touched }: AreasReport): string[] =>
  touched.map(({ code, name, act }) => t(`areas.touched.${act}`, { code, name }));

/** Each remark in a sentence, by its place in the file: a feature, or a line of a table. */
export const remarksInWords = (t: T, { kind, remarks }: AreasReport): string[] =>
  remarks.map(({ feature, code, reason }) => {
    const isLine = kind === 'names' || kind === 'division';
    const place = isLine ? t('place.line', { number: feature }) : t('place.feature', { number: feature + 1 });
    const why = t(`reason.${reason}`);
    return code === null
      ? t('areas.remark', { place, reason: why })
      : t('areas.remarkOf', { place, code, reason: why });
  });
