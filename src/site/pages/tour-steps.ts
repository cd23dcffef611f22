import type { nl } from '../texts.nl.ts';

type StepText = Extract<keyof typeof nl, `tour.${string}.${number}`>;

/** One stop of a story: who looks, and where. Without a person it is a resident's own page. */
export interface TourStep {
  readonly text: StepText;
  readonly href: string;
  /** The part of an invented person's address before the at sign. */
  readonly person?: string;
}

/** One story of the demonstration (screens.md). */
export interface TourStory {
  readonly key: 'red' | 'knot' | 'salt' | 'litter' | 'orchard';
  readonly steps: readonly TourStep[];
}

/** The five stories, each as a walk from page to page. */
export const tourStories: readonly TourStory[] = [
  {
    key: 'red',
    steps: [
      { text: 'tour.red.1', href: '/raad' },
      { text: 'tour.red.2', href: '/focuspunten', person: 'wout.regie' },
      { text: 'tour.red.3', href: '/raad' },
      { text: 'tour.red.4', href: '/rondes', person: 'sacha.secretaris' },
    ],
  },
  {
    key: 'knot',
    steps: [
      { text: 'tour.knot.1', href: '/groepen', person: 'willem.wegen' },
      { text: 'tour.knot.2', href: '/knopen', person: 'paula.proces' },
      { text: 'tour.knot.3', href: '/maandag', person: 'wies.regie' },
      { text: 'tour.knot.4', href: '/groepen', person: 'wies.regie' },
    ],
  },
  {
    key: 'salt',
    steps: [
      { text: 'tour.salt.1', href: '/balie', person: 'bea.balie' },
      { text: 'tour.salt.2', href: '/werk', person: 'lars.licht' },
      { text: 'tour.salt.3', href: '/balie/zoeken', person: 'bea.balie' },
      { text: 'tour.salt.4', href: '/volg' },
    ],
  },
  {
    key: 'litter',
    steps: [
      { text: 'tour.litter.1', href: '/raad/patroon', person: 'rik.raadslid' },
      { text: 'tour.litter.2', href: '/doorgeven', person: 'rik.raadslid' },
      { text: 'tour.litter.3', href: '/wijken/meerzicht' },
    ],
  },
  {
    key: 'orchard',
    steps: [
      { text: 'tour.orchard.1', href: '/maandag', person: 'wies.regie' },
      { text: 'tour.orchard.2', href: '/ruimte', person: 'tina.team' },
      { text: 'tour.orchard.3', href: '/plannen', person: 'rik.raadslid' },
    ],
  },
];
