import type { nl } from './texts.nl.ts';

/** The English texts of the page about backups and exports. */
export const en: Readonly<Record<keyof typeof nl, string>> = {
  'exit.nav': 'Keeping and exporting',
  'exit.about': 'Backups, taking everything along to another system, and open data.',
  'exit.title': 'Keeping and exporting',
  'exit.lead':
    'The data belong to your municipality. You can keep them, share them and take them along. Here you see how, and when it was done.',
  'backup.title': 'Backup',
  'backup.last': 'The last backup is of {when}.',
  'backup.never': 'No backup was made here yet',
  'backup.never.next':
    'Ask the technical administrator to make one, and to have it done every night. Without a backup the data are gone when the disk breaks.',
  'backup.external':
    'The database runs on a server of its own. Its backup is made there; ask the technical administrator when that last succeeded.',
  'backup.how': 'The technical administrator does this on the server. Wijkregie may go on running meanwhile:',
  'backup.keys':
    'The key file belongs in another place than the backup. Together they are the data; alone, neither is worth anything.',
  'all.title': 'Everything of your municipality',
  'all.text':
    'All tables, photos and the history, in open forms that another system can read. They hold personal data. So it is done on the server only, and not with a button in the browser.',
  'all.how': 'The technical administrator does this on the server:',
  'all.sealed': 'Contact data and codes stay sealed. They open with the key file, which is sent apart.',
  'all.caption': 'The last times that everything was exported',
  'all.when': 'When',
  'all.who': 'By whom',
  'all.operator': 'the technical administrator',
  'all.none': 'Everything was never exported yet',
  'all.none.next': 'When it is, it will stand here and in the history.',
  'open.title': 'Open data',
  'open.text':
    'Reports that were cleared, and rounded counts. Anybody can fetch them; they hold nothing about persons.',
  'open.link': 'To the open data',
};
