import type { Lang } from '#platform/texts/catalogue.ts';
import type { AnswerChannel, Contact } from '../store/contact.ts';
import type { ToldPlace } from '../store/place.ts';

/** Everything that is known when somebody gives a signaal. */
export interface GiveSignaal {
  readonly kind: 'report' | 'question' | 'complaint' | 'idea';
  /** Who speaks; the channel is how (0.2 D22). The care network gives a pattern, never a signaal. */
  readonly source: 'resident' | 'entrepreneur' | 'group' | 'partner' | 'staff' | 'councillor';
  readonly channel: 'web' | 'desk' | 'phone' | 'paper' | 'mail' | 'rondgang' | 'street';
  /** The organisation that speaks, when the source is a partner and it is known which. */
  readonly sourceDepartmentId?: string | null;
  /** The link by which a partner without an account gave it. */
  readonly partnerLinkId?: string | null;
  /** A councillor passes on what a resident said, and that resident agreed (C5.10). */
  readonly consent?: boolean;
  readonly text: string;
  readonly place: ToldPlace;
  readonly categoryId: string | null;
  readonly urgent: boolean;
  readonly contact: Contact;
  /** "Iemand helpt mij": a second contact who may follow and answer (0.2 D9). */
  readonly helper: Contact;
  readonly answerChannel: AnswerChannel;
  readonly lang: Lang;
  /** The draft whose photos come along. */
  readonly draftId: string | null;
  /** One key per form: sending twice gives the same signaal. */
  readonly idempotencyKey: string;
  /** The desk keeps a marked text once, with this reason (C5.2); null from anybody else. */
  readonly override: string | null;
  /** The desk does not know where it belongs: to the wijkregisseur, with its line. */
  readonly deskUnsure: string | null;
}

/** What the giver gets in hand. */
export interface Receipt {
  readonly signaalId: string;
  /** The same form had been sent before. */
  readonly repeated: boolean;
}
