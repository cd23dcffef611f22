import { type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import { Select, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { wijkteamTexts } from '../texts.ts';
import type { Team } from './team-model.ts';

/** The form of a new member, as typed. */
export interface FieldsProps {
  readonly rq: Rq;
  readonly team: Team;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

/** How a member is reached: a mail address or an account, and what the public may know. */
export const Reach = ({ rq, team, typed, mistakes }: FieldsProps) => {
  const t = rq.texts(wijkteamTexts);
  const optional = t('word.optional');
  return (
    <>
      <TextField
        name="name"
        label={t('team.person')}
        note={optional}
        description={t('team.person.help')}
        value={typed.text('name')}
        {...mistakeOf(mistakes, 'name')}
      />
      <TextField
        name="mail"
        type="email"
        label={t('team.mail')}
        value={typed.text('mail')}
        {...mistakeOf(mistakes, 'mail')}
      />
      <Select
        name="accountId"
        label={t('team.account')}
        emptyLabel={t('team.account.none')}
        value={typed.text('accountId')}
        options={team.people.map(({ id, name }) => ({ value: id, label: name }))}
        {...mistakeOf(mistakes, 'accountId')}
      />
      <TextField
        name="publicContact"
        label={t('team.contact')}
        note={optional}
        description={t('team.contact.help')}
        value={typed.text('publicContact')}
        {...mistakeOf(mistakes, 'publicContact')}
      />
    </>
  );
};
