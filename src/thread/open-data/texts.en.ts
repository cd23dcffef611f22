import type { nl } from './texts.nl.ts';

/** The English texts of the open data. */
export const en: Readonly<Record<keyof typeof nl, string>> = {
  'page.title': 'Open data',
  'page.lead':
    'What was told in the districts, as files. Anybody may use them. They hold nothing about persons.',
  'meldingen.title': 'Cleared reports',
  'meldingen.about':
    'Reports that an official has read and cleared for everybody. The same ones stand on the pages of the districts.',
  'aantallen.title': 'Counts by neighbourhood and subject',
  'aantallen.about':
    'How often something was reported, by neighbourhood, subject, year and month, up to last month. Rounded down to fives.',
  'meldingen.none': 'Empty as yet',
  'meldingen.noneHelp': 'No report has been cleared yet. As soon as one is, it is in these files.',
  'file.csv': '{name} as CSV (for a spreadsheet; semicolons, decimal commas, UTF-8)',
  'file.geojson': '{name} as GeoJSON (for a map; WGS84)',
  'file.jsonl': '{name} as JSON lines (for programs; one a line)',
  'fields.caption': 'Fields of: {name}',
  'fields.name': 'Field',
  'fields.about': 'What it is',
  'field.id': 'Mark of the report in these files. It leads nowhere else.',
  'field.hoofdcategorie': 'The subject in broad lines.',
  'field.subcategorie': 'The subject itself.',
  'field.datumMelding': 'The day on which it was reported.',
  'field.externeStatus': 'open, or afgesloten (closed).',
  'field.buurtCode': 'Code of the neighbourhood (Statistics Netherlands, or the municipality).',
  'field.buurtNaam': 'Name of the neighbourhood.',
  'field.wijkCode': 'Code of the district in which the neighbourhood lies now.',
  'field.wijkNaam': 'Name of the district in which the neighbourhood lies now.',
  'field.latitudeVisualisatie': 'Latitude (WGS84) of the middle of a patch of some 900 metres.',
  'field.longitudeVisualisatie': 'Longitude (WGS84) of the middle of that same patch.',
  'field.tekst': 'What was told, as the official cleared it.',
  'field.datumVrijgave': 'The day on which it was cleared.',
  'field.bron': 'Where it comes from.',
  'field.jaar': 'The year.',
  'field.maand': 'The month (1 to 12). Empty: the whole year.',
  'field.aantalTenMinste': 'At least so many reports: rounded down to fives.',
  'rules.title': 'What is not in it',
  'rules.persons': 'Names, addresses, photos and texts that nobody cleared.',
  'rules.place': 'The place itself: it is rounded, as on the pages of the districts.',
  'rules.small':
    'Numbers below five. Months are shown only when nobody can work out a hidden number from them.',
  'rules.closed': 'Complaints about conduct, sensitive subjects, and reports that were withdrawn.',
  'use.title': 'Using it',
  'use.licence': 'You may do with these data what you like, without asking.',
  'use.licence.link': 'Read the licence CC0 1.0',
  'use.machines': 'For data portals there is a description after DCAT-AP-NL.',
  'use.catalogue': 'Open the description',
  'use.limit':
    'The fields follow the dataset ‘meldingen’ of Amsterdam (version 2). You may fetch each file thirty times an hour. A file may be kept for an hour.',
};
