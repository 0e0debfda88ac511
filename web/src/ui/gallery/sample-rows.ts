/** The rows of the mockups' Today. */
import type { Hue, Priority } from '../marks';

export interface Sample {
  title: string;
  when: string;
  repeats?: boolean;
  late?: boolean;
  place: string;
  hue: Hue;
  labels?: string;
  steps?: string;
  files?: string;
  priority?: Priority;
  face?: string;
  pending?: boolean;
}

const shed = { place: 'Boat shed fit-out', hue: 2 as const };
const home = { place: 'Home', hue: 1 as const };
const grant = { place: 'Harbour grant', hue: 4 as const };
export const late: Sample[] = [
  {
    title: 'Send the revised quote to Lindqvist Joinery',
    when: 'Tue 10 Mar',
    late: true,
    ...shed,
    labels: '#quotes',
    face: 'Jonas',
  },
  { title: 'Renew passport', when: 'Wed 11 Mar', late: true, ...home, priority: 'high' },
];
export const today: Sample[] = [
  {
    title: 'Pay the studio rent',
    when: '09:00',
    repeats: true,
    ...home,
    labels: '#bills',
    priority: 'urgent',
    face: 'Sam',
    pending: true,
  },
  {
    title: 'Review Ana’s draft of the grant letter',
    when: 'Today',
    ...grant,
    files: '2',
    labels: '#writing',
    face: 'Ana',
  },
  { title: 'Call the electrician about the shed wiring', when: '11:30', ...shed, face: 'Omar' },
  {
    title: 'Order 40 m of marine rope',
    when: 'Today',
    ...shed,
    steps: '2/5',
    priority: 'high',
    face: 'Sam',
    pending: true,
  },
  {
    title: 'Fix the broken footer link on the price page',
    when: 'Today',
    place: 'Website relaunch',
    hue: 5,
    face: 'Mei',
  },
  { title: 'Water the seedlings', when: 'Today', repeats: true, ...home, pending: true },
];
export const later: Sample[] = [
  { title: 'Weekly check-in with the whole crew', when: '16:00', repeats: true, ...grant, face: 'Ruth' },
  { title: 'Pick up Noor from swimming', when: '18:30', ...home },
  {
    title: 'Back up the photo drive',
    when: '21:00',
    repeats: true,
    place: 'Spring catalogue',
    hue: 3,
    labels: '#photos',
    face: 'Sam',
  },
];
