import { formatDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import { Button, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { FoldedAct } from './frame.tsx';
import { actForm, type DetailPage } from './model.ts';

interface FormsProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** Days ahead that one click offers: a week, two, four. */
export const POSTPONEMENTS = [7, 14, 28] as const;

export const AskDeskForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'balie-vragen');
  return (
    <FoldedAct form={form} summary={t('act.ask_desk')}>
      <TextField {...form.field('regel')} label={t('decide.askDesk')} />
      <Button>{t('decide.askDesk.send')}</Button>
    </FoldedAct>
  );
};

export const NotNowForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'nu-niet');
  return (
    <FoldedAct form={form} summary={t('act.not_now')}>
      <TextArea
        {...form.field('tekst')}
        label={t('decide.notNow')}
        description={t('decide.notNow.help')}
        rows={4}
      />
      <Button>{t('decide.notNow.send')}</Button>
    </FoldedAct>
  );
};

export const PostponeForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'uitstellen');
  const today = isoDate(rq.now);
  return (
    <FoldedAct form={form} summary={t('act.postpone')}>
      <Select
        {...form.field('dag')}
        label={t('decide.postpone')}
        options={POSTPONEMENTS.map((days) => {
          const day = plusDays(today, days);
          return { value: day, label: formatDate(day, rq.lang) };
        })}
      />
      <Button>{t('decide.postpone.send')}</Button>
    </FoldedAct>
  );
};
