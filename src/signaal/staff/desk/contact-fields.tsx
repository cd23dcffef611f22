import type { FieldErrors } from '#platform/errors.ts';
import { Details, Fieldset, RadioGroup, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { Pair } from '../web/layout.tsx';
import { mistakeOf } from '../web/mistakes.ts';

interface FieldsProps {
  readonly rq: Rq;
  readonly raw: Pick<RawForm, 'text'>;
  readonly errors: FieldErrors;
}

const ANSWERS = ['letter', 'phone', 'mail', 'none'] as const;
const HELPER = ['helper_naam', 'helper_telefoon', 'helper_mail'] as const;

/** Name, telephone, mail and address of whoever reports; none of them is required. */
export const ContactFields = ({ rq, raw, errors }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  const field = (name: string, label: string, more: { type?: 'email' | 'tel'; width?: 6 | 10 } = {}) => (
    <TextField
      name={name}
      label={label}
      value={raw.text(name)}
      autoComplete="off"
      spellCheck={false}
      {...more}
      {...mistakeOf(rq, errors, name)}
    />
  );
  return (
    <Pair shape="three">
      {field('naam', t('contact.name'))}
      {field('telefoon', t('contact.phone'), { type: 'tel' })}
      {field('mail', t('contact.mail'), { type: 'email' })}
      {field('straat', t('contact.street'))}
      {field('huisnummer', t('contact.houseNumber'), { width: 6 })}
      {field('postcode', t('contact.postcode'), { width: 10 })}
      {field('plaats', t('contact.town'))}
    </Pair>
  );
};

/** How to answer, to whom, and "iemand helpt mij" (0.2 D9). */
export const AnswerFields = ({ rq, raw, errors }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  const helps = HELPER.some((name) => raw.text(name) !== '' || errors[name] !== undefined);
  return (
    <>
      <RadioGroup
        name="antwoord"
        label={t('desk.answer')}
        description={t('desk.answer.hint')}
        inline
        value={raw.text('antwoord')}
        options={ANSWERS.map((value) => ({ value, label: rq.texts(signaalTexts)(`answer.${value}`) }))}
        {...mistakeOf(rq, errors, 'antwoord')}
      />
      <ContactFields rq={rq} raw={raw} errors={errors} />
      <Details summary={t('desk.helper')} open={helps}>
        <Fieldset legend={t('desk.helper.legend')}>
          <Pair shape="three">
            {HELPER.map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`contact.${name}`)}
                value={raw.text(name)}
                autoComplete="off"
                spellCheck={false}
                {...mistakeOf(rq, errors, name)}
              />
            ))}
          </Pair>
        </Fieldset>
      </Details>
    </>
  );
};
