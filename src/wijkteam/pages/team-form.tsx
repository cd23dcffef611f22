import { mistakeOf } from '#gemeente/index.ts';
import {
  Button,
  Checkbox,
  DateField,
  Form,
  HiddenField,
  Select,
  TextField,
} from '#platform/web/components/index.ts';
import { wijkteamTexts } from '../texts.ts';
import { TEAM } from './team-model.ts';
import { type FieldsProps, Reach } from './team-reach.tsx';

/** The form of a new member. */
export const NewMember = (props: FieldsProps) => {
  const { rq, team, typed, mistakes } = props;
  const t = rq.texts(wijkteamTexts);
  return (
    <Form action={TEAM} csrf={rq.csrf}>
      <HiddenField name="area" value={team.shown.area.id} />
      <Select
        name="departmentId"
        label={t('team.organisation')}
        emptyLabel={t('team.organisation.choose')}
        description={t('team.organisation.help')}
        value={typed.text('departmentId')}
        options={team.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        {...mistakeOf(mistakes, 'departmentId')}
      />
      <TextField
        name="function"
        label={t('team.function')}
        description={t('team.function.help')}
        value={typed.text('function')}
        {...mistakeOf(mistakes, 'function')}
      />
      <Reach {...props} />
      <Checkbox
        name="standing"
        value="ja"
        label={t('team.standing')}
        checked={typed.text('standing') === 'ja'}
      />
      <DateField
        lang={rq.lang}
        name="validFrom"
        label={t('team.from')}
        value={typed.parts('validFrom')}
        {...mistakeOf(mistakes, 'validFrom')}
      />
      <Button>{t('team.add')}</Button>
    </Form>
  );
};
