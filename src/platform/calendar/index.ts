export { type Calendar, type DutchCalendarOptions, dutchCalendar, type Holiday } from './dutch-calendar.ts';
export {
  formatDate,
  formatDateTime,
  formatShortDate,
  formatTime,
  holidayName,
  termInWords,
} from './format.ts';
export { isPlainDate, type PlainDate, plusDays, plusMonths, weekdayOf } from './plain-date.ts';
export { addTerm, workdayAfter, workdaysBetween } from './reckon.ts';
export { formatTerm, isTerm, parseTerm, type Term, type TermUnit } from './term.ts';
export { calendarTexts } from './texts.ts';
export { endOfDay, isoDate, startOfDay, TIME_ZONE } from './zone.ts';
