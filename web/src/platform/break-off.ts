export function breakOff(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // On its way to the disk already: nothing holds it up any more.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
