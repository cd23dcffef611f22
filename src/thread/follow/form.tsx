import { MistakeSummary, type Mistakes, mistakeOf } from '#gemeente/index.ts';
import { Button, Form, Paragraph, Section, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { FollowKind } from './followed.ts';
import { askHref } from './paths.ts';
import { followTexts } from './texts.ts';

interface AskFormProps {
  readonly rq: Rq;
  readonly kind: FollowKind;
  readonly id: string;
  readonly typed?: string;
  readonly mistakes?: Mistakes;
}

const AskForm = ({ rq, kind, id, typed = '', mistakes = {} }: AskFormProps) => {
  const t = rq.texts(followTexts);
  return (
    <Form action={askHref(kind, id)} csrf={rq.csrf}>
      <TextField
        name="mail"
        type="email"
        autoComplete="email"
        label={t('form.mail')}
        description={t('form.privacy')}
        value={typed}
        maxLength={300}
        {...mistakeOf(mistakes, 'mail')}
      />
      <Button look="secondary">{t('form.send')}</Button>
    </Form>
  );
};

/** The part of a page with which a resident asks for news of it by mail; null for whoever may not. */
export const FollowByMail = ({ rq, kind, id }: Pick<AskFormProps, 'rq' | 'kind' | 'id'>) => {
  const t = rq.texts(followTexts);
  if (!rq.may('follow.ask')) return null;
  return (
    <Section id="per-mail" title={t('form.title')}>
      <Paragraph>{t('form.lead')}</Paragraph>
      <AskForm rq={rq} kind={kind} id={id} />
    </Section>
  );
};

/** The same form on its own page, with what was wrong. */
export const AskPart = (props: AskFormProps) => (
  <>
    <MistakeSummary rq={props.rq} mistakes={props.mistakes ?? {}} />
    <Paragraph>{props.rq.texts(followTexts)('form.lead')}</Paragraph>
    <AskForm {...props} />
  </>
);
