import { Button, TextArea } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { FoldedAct } from './frame.tsx';
import { actForm, type DetailPage } from './model.ts';

interface FormProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

type Words = 'note' | 'ask' | 'object' | 'withdraw';

const PATHS: Record<Words, string> = {
  note: 'notitie',
  ask: 'vragen',
  object: 'niet-opgelost',
  withdraw: 'intrekken',
};

/** One text and one button: a note, a question to the reporter, or the reporter's words said at the desk. */
export const WordsForm = ({ rq, page, act }: FormProps & { act: Words }) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, PATHS[act]);
  return (
    <FoldedAct form={form} summary={t(`act.${act}`)} anchor={PATHS[act]}>
      <TextArea {...form.field('tekst')} label={t(`${act}.text`)} description={t(`${act}.hint`)} rows={3} />
      <Button look="secondary">{t(`${act}.send`)}</Button>
    </FoldedAct>
  );
};
