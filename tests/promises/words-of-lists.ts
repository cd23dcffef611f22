/**
 * Each closed list of texts in the database (a CHECK on one column) with the texts that say its values on the screens:
 * catalogue and beginning of the key. A list that nobody sees says why.
 */
export const wordsOfLists: Readonly<
  Record<string, readonly [catalogue: string, prefix: string] | { readonly unseen: string }>
> = {
  'account.lang': ['people', 'lang.'],
  'assignment.offered_by': {
    unseen: 'the history tells who offered it; the state machine needs the kind only',
  },
  'assignment.outcome': ['signaal', 'outcome.'],
  'assignment.return_reason': ['signaal', 'return.'],
  'assignment.state': ['signaal', 'assignment.'],
  'council_item.given_precision': { unseen: 'decides whether day, month or year is shown' },
  'council_item.kind': ['council', 'kind.'],
  'council_item.settled_precision': { unseen: 'decides whether day, month or year is shown' },
  'council_item.state': ['council', 'state.'],
  'council_link.from_kind': { unseen: 'tells in which table the record is' },
  'council_link.object_kind': ['council', 'about.one.'],
  'council_position.stance': ['council', 'stance.'],
  'council_position.taken_precision': { unseen: 'decides whether day, month or year is shown' },
  'care_pattern.size_class': ['signaal-voices', 'size.'],
  'care_pattern.state': ['signaal-voices', 'pattern.state.'],
  'counter_product.product': ['signaal-staff', 'product.'],
  'department.kind': ['gemeente', 'departmentKind.'],
  'division.kind': ['gemeente', 'divisionKind.'],
  'document.dated_precision': { unseen: 'decides whether day, month or year is shown' },
  'document.kind': ['council', 'kind.'],
  'document.status': ['council', 'state.'],
  'feedback.channel': ['signaal-staff', 'via.'],
  'feedback.direction': { unseen: 'decides on which side of the conversation a line stands' },
  'feedback.kind': ['signaal-staff', 'said.'],
  'feedback.verdict': ['signaal-staff', 'verdict.'],
  'goal.direction': ['monitor', 'direction.'],
  'goal.kind': ['monitor', 'kind.'],
  'goal.object_kind': ['monitor', 'objectKind.'],
  'history.actor_kind': ['operations', 'actor.'],
  'measurement.judgement': ['monitor', 'judgement.'],
  'measurement.role': ['monitor', 'role.'],
  'message.channel': ['mail', 'channel.'],
  'message.recipient_kind': { unseen: 'tells in which table the recipient is' },
  'message.state': ['mail', 'state.'],
  'reporter.channel': ['signaal', 'answer.'],
  'reporter.lang': { unseen: 'decides in which language a message is made' },
  'reporter.part': { unseen: 'tells the two kinds of contact data apart' },
  'signaal.answer_channel': ['signaal', 'answer.'],
  'signaal.channel': ['signaal', 'channel.'],
  'signaal.kind': ['signaal', 'kind.'],
  'signaal.outcome': ['signaal', 'outcome.'],
  'signaal.place_kind': { unseen: 'decides which words tell the place' },
  'signaal.queue': ['signaal', 'queue.'],
  'signaal.source': ['signaal', 'source.'],
  'signaal.state': ['signaal', 'state.'],
  'wijk_memory.kind': ['wijkteam', 'memory.kind.'],
  'technical_question.state': ['council', 'question.'],
  'term.state': { unseen: 'lists show open terms only' },
  'text_override.lang': ['people', 'lang.'],
};

/** The texts of each state machine's steps: catalogue and beginning of the key. */
export const wordsOfSteps: Readonly<Record<string, readonly [catalogue: string, prefix: string]>> = {
  council_item: ['council', 'step.'],
  signaal: ['signaal', 'step.'],
  technical_question: ['council', 'question.step.'],
  assignment: ['signaal', 'step.'],
  care_pattern: ['signaal-voices', 'step.'],
};
