import { MistakeSummary, type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import {
  Alert,
  Button,
  ButtonRow,
  Form,
  Paragraph,
  RadioGroup,
  TextArea,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { stances } from '../commands/advise.ts';
import { focuspuntTexts } from '../texts.ts';

/** A form about one focuspunt as it was typed, and what is wrong with it. */
export interface Said {
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly onceKey: string;
  /** Dots were put in the place of what names a person: read it again. */
  readonly masked?: boolean;
}

interface StanceFieldsProps {
  readonly rq: Rq;
  readonly said: Said;
  readonly question: string;
}

/** What one finds of it, and why. */
export const StanceFields = ({ rq, said, question }: StanceFieldsProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <>
      <RadioGroup
        name="stance"
        label={question}
        value={said.typed.text('stance')}
        options={stances.map((value) => ({ value, label: t(`stance.${value}`) }))}
        {...mistakeOf(said.mistakes, 'stance')}
      />
      <TextArea
        name="text"
        rows={5}
        label={t('react.text')}
        description={t('react.text.hint')}
        note={t('form.optional')}
        value={said.typed.text('text')}
        {...mistakeOf(said.mistakes, 'text')}
      />
    </>
  );
};

interface SayFormProps extends StanceFieldsProps {
  readonly action: string;
  readonly button: string;
}

/** The form with which a resident or somebody of the wijkteam says what he thinks. */
export const SayForm = ({ rq, said, question, action, button }: SayFormProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <>
      <MistakeSummary rq={rq} mistakes={said.mistakes} />
      {said.masked ? (
        <Alert kind="info" title={t('react.masked')} announce>
          <Paragraph>{t('react.masked.text')}</Paragraph>
        </Alert>
      ) : null}
      <Form action={action} csrf={rq.csrf || undefined} idempotencyKey={said.onceKey}>
        <StanceFields rq={rq} said={said} question={question} />
        <Paragraph small>{t('react.privacy')}</Paragraph>
        <ButtonRow>
          <Button>{button}</Button>
          {said.mistakes.text === undefined ? null : (
            <Button look="secondary" name="zonder" value="ja">
              {t('react.without')}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </>
  );
};
