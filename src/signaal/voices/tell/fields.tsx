import { Button, ButtonRow, RadioGroup, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { gateNeeded, inspectText } from '../../guard.ts';
import { errorOf } from '../../public/parts/form-words.ts';
import { FoundPersons, textsToClean } from '../../public/parts/found-persons.tsx';
import { MaskedNote } from '../../public/parts/masked-note.tsx';
import { PhotoField } from '../../public/parts/photo-field.tsx';
import { MapPart } from '../../public/report/place-page.tsx';
import { publicTexts } from '../../public/texts.ts';
import { voiceTexts } from '../texts.ts';
import type { Again } from './receive.ts';

interface FieldsProps {
  readonly rq: Rq;
  readonly again: Again;
}

/** Which data of persons stand in what was typed, above the form. */
export const TellNotes = ({ rq, again: { raw, masked } }: FieldsProps) => (
  <>
    <MaskedNote rq={rq} masked={masked} />
    <FoundPersons rq={rq} inspected={textsToClean([raw.text('tekst'), raw.text('plek_straat')])} />
  </>
);

interface TellFieldsProps extends FieldsProps {
  readonly label: string;
  readonly hint: string;
  /** The cursor stands here: the page exists to fill this one field. */
  readonly startHere?: boolean;
}

/** Words, a photo, a place: the whole of a short form. Speech is the telephone's own keyboard. */
export const TellFields = ({ rq, again, label, hint, startHere = false }: TellFieldsProps) => {
  const t = rq.texts(voiceTexts);
  const { raw, errors } = again;
  return (
    <>
      <TextArea
        name="tekst"
        label={label}
        description={hint}
        rows={4}
        value={raw.text('tekst')}
        startHere={startHere}
        {...errorOf(rq, errors, 'tekst')}
      />
      <Gate rq={rq} again={again} />
      <PhotoField rq={rq} {...errorOf(rq, errors, 'foto')} />
      <TextField
        name="plek_straat"
        label={t('tell.street')}
        note={rq.texts(publicTexts)('optional')}
        value={raw.text('plek_straat')}
        autoComplete="off"
        {...errorOf(rq, errors, 'plek_straat')}
      />
      <MapPart rq={rq} page={{ typed: raw, errors }} />
    </>
  );
};

/** Asked only when the guard saw something (0.2 D8). */
const Gate = ({ rq, again: { raw, errors } }: FieldsProps) => {
  const text = raw.text('tekst');
  if (text === '' || !gateNeeded(inspectText(text))) return null;
  const t = rq.texts(publicTexts);
  return (
    <RadioGroup
      name="gate"
      label={t('gate.label')}
      value={raw.text('gate')}
      options={[
        { value: 'plek', label: t('gate.place') },
        { value: 'groep', label: t('gate.group') },
        { value: 'persoon', label: t('gate.person'), description: t('gate.person.hint') },
      ]}
      {...errorOf(rq, errors, 'gate')}
    />
  );
};

/** The one button, and beside it the offer to go on without what the guard found. */
export const SendButtons = ({ rq, again: { raw }, label }: FieldsProps & { readonly label: string }) => {
  const found = textsToClean([raw.text('tekst'), raw.text('plek_straat')]).length > 0;
  return (
    <ButtonRow>
      <Button>{label}</Button>
      {found ? (
        <Button look="secondary" name="zonder" value="ja">
          {rq.texts(publicTexts)('found.without')}
        </Button>
      ) : null}
    </ButtonRow>
  );
};
