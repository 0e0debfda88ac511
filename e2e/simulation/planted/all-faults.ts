/** Every planted fault, in the order in which they are hunted. */
import { DEVICE_FAULTS } from './device-faults';
import { HOLD_FAULTS } from './hold-faults';
import { MERGE_FAULTS } from './merge-faults';
import type { PlantedFault } from './planted-fault';
import { RECEIVE_FAULTS } from './receive-faults';
import { SERVER_FAULTS } from './server-faults';

export const ALL_FAULTS: readonly PlantedFault[] = [
  ...SERVER_FAULTS,
  ...MERGE_FAULTS,
  ...DEVICE_FAULTS,
  ...RECEIVE_FAULTS,
  ...HOLD_FAULTS,
];
