import { formatShortDate } from '#platform/calendar/index.ts';
import { CheckboxGroup, OwnIn, TextField } from '#platform/web/components/index.ts';
import { knelpuntTexts } from '../texts.ts';
import { field, mistake, type NewPage } from './new-fields.ts';

/** The signalen that go in: ticked, to be dropped, or added by number. */
export const Signalen = (page: NewPage) => {
  const { rq, model, failed } = page;
  const t = rq.texts(knelpuntTexts);
  const ticked = failed ? failed.raw.all('meldingen') : model.signalen.map(({ id }) => id);
  return (
    <>
      {model.signalen.length === 0 ? null : (
        <CheckboxGroup
          name="meldingen"
          label={t('new.signalen', { count: model.signalen.length })}
          description={t('new.drop_hint')}
          values={ticked}
          {...mistake(page, 'meldingen')}
          options={model.signalen.map((row) => ({
            value: row.id,
            label: t('new.signaal', {
              number: row.number,
              day: formatShortDate(new Date(row.at), rq.lang),
              channel: t.dynamic(`channel.${row.channel}`),
              street: row.street ?? t('new.somewhere'),
            }),
            description: (
              <OwnIn
                text={
                  row.joined > 0
                    ? t('new.joined', { text: row.text ?? t('signaal.wiped'), count: row.joined })
                    : (row.text ?? t('signaal.wiped'))
                }
                own={[row.text]}
              />
            ),
          }))}
        />
      )}
      <TextField
        {...field(page, 'nummers', '')}
        label={t('add.numbers')}
        description={t('add.hint')}
        note={t('word.optional')}
      />
    </>
  );
};
