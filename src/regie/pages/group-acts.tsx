import type { Area, Department } from '#gemeente/index.ts';
import {
  Button,
  InlineForm,
  LinkButton,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { GroupDetail } from '../read/groups.ts';
import { regieTexts } from '../texts.ts';
import { AgendaForm } from '../web/agenda-form.tsx';
import { ActForm, type Failed, FoldedForm, formOf } from '../web/form.tsx';
import { GroupFields } from './group-fields.tsx';

/** What somebody may do with a group now. */
export interface GroupActsProps {
  readonly rq: Rq;
  readonly group: GroupDetail;
  readonly manages: boolean;
  /** The department that he answers for, when it was offered the group or has it. */
  readonly answers: 'offered' | 'home' | null;
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly failed: Failed | null;
}

const href = (group: GroupDetail, act: string): string => `/groepen/${group.id}/${act}`;

const AnswerForms = ({ rq, group, answers, failed }: GroupActsProps) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, href(group, 'teruggeven'), failed);
  return (
    <>
      {answers === 'offered' ? (
        <InlineForm
          action={href(group, 'aannemen')}
          csrf={rq.csrf}
          look="primary"
          fields={[{ name: 'version', value: String(group.version) }]}
          label={t('group.accept')}
        />
      ) : null}
      <FoldedForm
        rq={rq}
        action={form.action}
        version={group.version}
        summary={t('group.return')}
        isOpen={form.isOpen}
      >
        <TextField {...form.field('reason')} label={t('group.return.why')} />
        <Button look="secondary">{t('group.return.send')}</Button>
      </FoldedForm>
    </>
  );
};

const OfferForm = ({ rq, group, departments, failed }: GroupActsProps) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, href(group, 'vragen'), failed);
  return (
    <Section id="vragen" title={t('group.offer')}>
      <ActForm rq={rq} action={form.action} version={group.version}>
        <Select
          {...form.field('department')}
          label={t('group.offer.department')}
          emptyLabel={t('choose.department')}
          options={departments
            .filter(
              ({ kind, id }) =>
                (kind === 'vakafdeling' || kind === 'wijkregie') && id !== group.home_department_id,
            )
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioGroup
          {...form.field('agreed', 'yes')}
          label={t('group.offer.agreed')}
          options={[
            { value: 'yes', label: t('group.offer.yes') },
            { value: 'no', label: t('group.offer.no') },
          ]}
        />
        <TextField
          {...form.field('consent')}
          label={t('group.consent')}
          description={t('group.consent.hint')}
        />
        <TextArea {...form.field('reason')} label={t('group.offer.why')} rows={2} />
        <Button>{t('group.offer.send')}</Button>
      </ActForm>
    </Section>
  );
};

const ManageForms = ({ rq, group, areas, failed }: GroupActsProps) => {
  const t = rq.texts(regieTexts);
  const check = formOf(rq, href(group, 'bekijken'), failed);
  const end = formOf(rq, href(group, 'stoppen'), failed);
  const standard = {
    name: group.name,
    about: group.about,
    areaId: group.area_id,
    size: group.size,
    professionalism: group.professionalism,
    reachability: group.reachability,
    representativity: group.representativity,
    continuityUntil: group.continuity_until,
    publicContact: group.public_contact,
  };
  return (
    <>
      <FoldedForm
        rq={rq}
        action={check.action}
        version={group.version}
        summary={t('group.check')}
        isOpen={check.isOpen}
      >
        <GroupFields rq={rq} form={check} standard={standard} areas={areas} />
        <Button look="secondary">{t('group.check.send')}</Button>
      </FoldedForm>
      <FoldedForm
        rq={rq}
        action={end.action}
        version={group.version}
        summary={t('group.end')}
        isOpen={end.isOpen}
      >
        <TextField {...end.field('reason')} label={t('group.end.why')} />
        <Button look="secondary">{t('group.end.send')}</Button>
      </FoldedForm>
    </>
  );
};

/** What this person can do, the next best act first. */
export const GroupActs = (props: GroupActsProps) => {
  const { rq, group, manages, answers } = props;
  const t = rq.texts(regieTexts);
  if (group.ended_at !== null) return null;
  return (
    <>
      {answers ? <AnswerForms {...props} /> : null}
      {manages && group.offeredTo === null ? <OfferForm {...props} /> : null}
      <LinkButton href={`/groepen/${group.id}/brief`} look="secondary">
        {t('group.letter')}
      </LinkButton>
      {manages ? <AgendaForm rq={rq} objectKind="group" objectId={group.id} /> : null}
      {manages ? <ManageForms {...props} /> : null}
    </>
  );
};
