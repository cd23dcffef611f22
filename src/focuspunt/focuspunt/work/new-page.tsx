import { MistakeSummary, type Mistakes, type Typed } from '#gemeente/index.ts';
import {
  Button,
  ButtonRow,
  Fieldset,
  Form,
  Heading,
  HiddenField,
  Lead,
  LinkButton,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { FOCUSPUNTEN, ROUNDS } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { Door, lineOf, What } from './new-fields.tsx';
import { readChoices } from './new-model.ts';
import { TrekkerFields } from './trekker-form.tsx';

/** The form of a new focuspunt. */
export const NEW = `${FOCUSPUNTEN}/nieuw`;

/** The page of a new focuspunt. */
export const newPage = async (rq: Rq, typed: Typed, mistakes: Mistakes) => {
  const t = rq.texts(focuspuntTexts);
  const choices = await readChoices(rq);
  const isWrong = Object.keys(mistakes).length > 0;
  return rq.page({
    title: t('new.title'),
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('new.title')}</Heading>
        <Lead>{t('new.lead')}</Lead>
        <Form action={NEW} csrf={rq.csrf}>
          <HiddenField name="knelpunten" value={typed.text('knelpunten')} />
          <HiddenField name="category" value={typed.text('category')} />
          <What rq={rq} typed={typed} mistakes={mistakes} areas={choices.areas} />
          <Door rq={rq} typed={typed} mistakes={mistakes} />
          <Fieldset legend={t('page.trekker')}>
            <TrekkerFields
              rq={rq}
              typed={typed}
              mistakes={mistakes}
              people={choices.people}
              departments={choices.departments}
            />
          </Fieldset>
          <TextField
            {...lineOf({ rq, typed, mistakes })('budget')}
            label={t('field.budget')}
            description={t('field.budget.hint')}
            note={t('form.optional')}
          />
          <ButtonRow>
            <Button>{t('new.save')}</Button>
            <LinkButton href={FOCUSPUNTEN} look="secondary">
              {t('form.cancel')}
            </LinkButton>
          </ButtonRow>
        </Form>
      </>
    ),
  });
};
