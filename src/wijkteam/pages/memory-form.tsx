import { type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import {
  Button,
  Checkbox,
  DateField,
  Form,
  HiddenField,
  Select,
  TextArea,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { memoryKinds } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';
import { MEMORY } from './memory-model.ts';

interface FieldsProps {
  readonly rq: Rq;
  readonly areaId: string;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

/** The form of a new note. */
export const NewNote = ({ rq, areaId, typed, mistakes }: FieldsProps) => {
  const t = rq.texts(wijkteamTexts);
  return (
    <Form action={MEMORY} csrf={rq.csrf}>
      <HiddenField name="area" value={areaId} />
      <Select
        name="kind"
        label={t('memory.kind')}
        value={typed.text('kind')}
        options={memoryKinds.map((kind) => ({ value: kind, label: t(`memory.kind.${kind}`) }))}
      />
      <TextArea
        name="text"
        rows={3}
        label={t('memory.text')}
        description={t('memory.text.help')}
        value={typed.text('text')}
        {...mistakeOf(mistakes, 'text')}
      />
      <DateField
        lang={rq.lang}
        name="startsOn"
        label={t('memory.from')}
        value={typed.parts('startsOn')}
        {...mistakeOf(mistakes, 'startsOn')}
      />
      <DateField
        lang={rq.lang}
        name="endsOn"
        label={t('memory.last')}
        description={t('memory.last.help')}
        note={t('word.optional')}
        value={typed.parts('endsOn')}
        {...mistakeOf(mistakes, 'endsOn')}
      />
      <Checkbox name="public" value="ja" label={t('memory.public')} checked={typed.text('public') === 'ja'} />
      <Button>{t('memory.add')}</Button>
    </Form>
  );
};
