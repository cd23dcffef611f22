import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** English beside the Dutch of `texts.nl.ts`. */
export const en: SameKeys<typeof nl> = {
  'setting.group.calendar': 'Calendar',
  'setting.group.signaal': 'Reports',
  'setting.group.term': 'Terms',
  'setting.term.assignment': 'Department accepts or returns a report',
  'setting.term.assignment_late': 'Still no answer of the department: process guard sees it',
  'setting.term.care_pattern': 'Pattern from the care network: answer of the wijkregisseur',
  'setting.term.contact_wipe': 'Contact data wiped after closing',
  'setting.term.draft': 'Form that was not sent is wiped after',
  'setting.term.objection': 'Reporter may say that it is not solved',
  'setting.term.objection_letter': 'The same, after a letter',
  'setting.term.partner_link': 'Longest time that a link for a partner lasts',
  'setting.term.plan_date': 'After acceptance: a date, or when the reporter hears more',
  'setting.term.question': 'Question at the desk answered',
  'setting.term.reopened': 'Reply to a reopened report',
  'setting.term.status': 'Open report: word to the reporter',
  'setting.term.status_human': 'From then on a member of staff writes that word',
  'setting.term.too_long': 'Reporter may say that it takes too long, after',
  'setting.term.triage': 'New report assessed',
  'setting.term.triage_late': 'Still not assessed: team manager sees it',
  'setting.calendar.free_days': 'Free days of the municipality',
  'setting.calendar.free_days.help':
    'Beside the national holidays. Write each day as year-month-day, for example 2016-05-06.',
  'setting.signaal.postpone_days': 'Days a decision may be put off',
  'setting.signaal.postpone_days.help':
    'So far ahead a wijkregisseur may put off a decision. The reporter hears the day.',
  'setting.signaal.findable_days': 'Days after closing that the desk can still find its own report',
  'setting.group.neighbour': 'Reports about the same',
  'setting.neighbour.days': 'Days within which two reports are about the same',
  'setting.neighbour.metres': 'Metres within which two reports are about the same',
  'setting.neighbour.metres_crowd': 'The same, for crowds, speed and noise',
  'setting.signaal.reopening_limit': 'How often a reporter may reopen a report',
  'setting.signaal.sends_per_hour': 'Reports an hour from one internet address',
  'setting.area.snap_metres': 'Metres outside the border that still count',
};
