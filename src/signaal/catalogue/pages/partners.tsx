import {
  dayIn,
  endAfter,
  lastDayOf,
  mistakeOf,
  optionalDayIn,
  PeriodFields,
  PeriodNote,
  storedFields,
  wholeNumberIn,
} from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Table,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type PartnerInput, partnerInput } from '../inputs.ts';
import { changesOf, type PartnerRow, referralPartners } from '../read.ts';
import { saveReferralPartner } from '../replies.ts';
import { catalogueTexts } from '../texts.ts';
import { type Editor, editorRoutes, policy } from '../web/editor.tsx';

const BASE = '/beheer/doorverwijzen';
const STEP = 10;

const editor: Editor<PartnerInput, null> = {
  base: BASE,
  noun: 'partner',
  title: 'name',
  schema: partnerInput,
  command: saveReferralPartner,
  load: async (rq, db, id) => {
    const rows = await referralPartners(db, rq.gemeente);
    const nothing = { extra: null, changes: [], names: new Map<string, string>() };
    if (id === null) {
      const last = rows.at(-1)?.position ?? -STEP;
      const fresh = { position: Math.min(last + STEP, 999), validFrom: isoDate(rq.now) };
      return { ...nothing, typed: storedFields(fresh) };
    }
    const row = rows.find((partner) => partner.id === id);
    if (!row) throw notFound();
    const changes = await changesOf(db, rq.gemeente, ['referral_partner'], id);
    const { name, phone, explanation, position, validFrom } = row;
    const stored = { name, phone, explanation, position, validFrom, validTo: lastDayOf(row.validTo) };
    return { ...nothing, typed: storedFields(stored), changes };
  },
  fields: (rq, typed, mistakes) => {
    const t = rq.texts(catalogueTexts);
    const field = (name: 'name' | 'phone' | 'explanation' | 'position') => ({
      name,
      label: t(`partner.${name}`),
      value: typed.text(name),
      ...mistakeOf(mistakes, name),
    });
    return (
      <>
        <TextField {...field('name')} description={t('partner.nameHelp')} />
        <TextField {...field('phone')} inputMode="tel" width={20} />
        <TextArea {...field('explanation')} rows={3} description={t('partner.explanationHelp')} />
        <TextField
          {...field('position')}
          inputMode="numeric"
          width={4}
          description={t('partner.positionHelp')}
        />
        <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
      </>
    );
  },
  values: (typed) => ({
    name: typed.text('name'),
    phone: typed.text('phone'),
    explanation: typed.text('explanation'),
    position: wholeNumberIn(typed, 'position'),
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
};

const list = defineRoute({
  method: 'GET',
  path: BASE,
  policy,
  handle: async (rq) => {
    const rows = await rq.read((db) => referralPartners(db, rq.gemeente));
    const t = rq.texts(catalogueTexts);
    return rq.page({
      title: t('partner.list'),
      width: 'staff',
      current: '/beheer',
      body: (
        <>
          <Heading level={1}>{t('partner.list')}</Heading>
          <Lead>{t('partner.listLead')}</Lead>
          {rows.length === 0 ? (
            <EmptyState title={t('partner.none')}>{t('partner.noneHelp')}</EmptyState>
          ) : (
            <PartnerTable rq={rq} rows={rows} />
          )}
          <LinkButton href={`${BASE}/nieuw`}>{t('partner.new')}</LinkButton>
        </>
      ),
    });
  },
});

const PartnerTable = ({ rq, rows }: { rq: Rq; rows: readonly PartnerRow[] }) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('partner.list')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('partner.name'),
          cell: ({ id, name }) => <Link href={`${BASE}/${id}`}>{name}</Link>,
        },
        { key: 'phone', header: t('partner.phone'), cell: ({ phone }) => phone },
        { key: 'explanation', header: t('partner.explanation'), cell: ({ explanation }) => explanation },
        { key: 'position', header: t('partner.position'), numeric: true, cell: ({ position }) => position },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};

/** The referral card and how it is changed. */
export const partnerRoutes: readonly Route[] = [list, ...editorRoutes(editor)];
