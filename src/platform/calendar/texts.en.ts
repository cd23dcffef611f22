import type { SameKeys } from '../texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  at: 'at',
  'holiday.ascension_day': 'Ascension Day',
  'holiday.christmas_day': 'Christmas Day',
  'holiday.easter_monday': 'Easter Monday',
  'holiday.easter_sunday': 'Easter Sunday',
  'holiday.extra': 'free day of the municipality',
  'holiday.good_friday': 'Good Friday',
  'holiday.kings_day': "King's Day",
  'holiday.liberation_day': 'Liberation Day',
  'holiday.new_year': "New Year's Day",
  'holiday.second_christmas_day': 'Second day of Christmas',
  'holiday.whit_monday': 'Whit Monday',
  'holiday.whit_sunday': 'Whit Sunday',
  'unit.day.one': 'day',
  'unit.day.other': 'days',
  'unit.hour.one': 'hour',
  'unit.hour.other': 'hours',
  'unit.minute.one': 'minute',
  'unit.minute.other': 'minutes',
  'unit.week.one': 'week',
  'unit.week.other': 'weeks',
  'unit.workday.one': 'working day',
  'unit.workday.other': 'working days',
};
