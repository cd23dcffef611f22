import { Button, HiddenField, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RegieObjectKind } from '../objects.ts';
import { regieTexts } from '../texts.ts';
import { FoldedForm } from './form.tsx';

/** Where something is put on the agenda of the wijkwethouder. */
export const PUT_ON_AGENDA = '/agenda-wethouder/zet';

/**
 * "Op de agenda van de wijkwethouder": one sentence, one click, for the page of any object (rapport L243-244). Shows
 * nothing to whoever may not do it. The object's room registers it with `registerRegieObject`.
 */
export const AgendaForm = ({
  rq,
  objectKind,
  objectId,
}: {
  rq: Rq;
  objectKind: RegieObjectKind;
  objectId: string;
}) => {
  if (!rq.may('agenda.put')) return null;
  const t = rq.texts(regieTexts);
  return (
    <FoldedForm rq={rq} action={PUT_ON_AGENDA} summary={t('agenda.put')} isOpen={false}>
      <HiddenField name="soort" value={objectKind} />
      <HiddenField name="onderwerp" value={objectId} />
      <TextField id={`agenda-${objectId}`} name="sentence" label={t('agenda.why')} />
      <Button look="secondary">{t('agenda.send')}</Button>
    </FoldedForm>
  );
};
