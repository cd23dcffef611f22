import { registerAccessKind } from '#people/index.ts';
import { mailTexts } from '#platform/mail/texts.ts';

// The post reads names and addresses, and knows no privacy officer; here its reads get their words for that log.
registerAccessKind('contact.letter_stack', mailTexts, 'access.letter_stack');
registerAccessKind('contact.call_task', mailTexts, 'access.call_task');
registerAccessKind('contact.demo_post', mailTexts, 'access.demo_post');
