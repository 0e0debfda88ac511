/** How much room this device's copy takes, and whether the browser keeps it: in its own words, nothing promised. */
import { useEffect, useState } from 'react';
import { askToPersist, isPersisted } from '../../platform/persist';
import { type StorageRoom, storageRoom } from '../../platform/storage-room';
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { CheckIcon } from '../../ui/icons';
import { Meter } from '../../ui/progress';
import { useWords } from '../../words/use-words';
import { sizeWords } from './size-words';
import { storageWords } from './storage-words';

export function StorageFacts() {
  return (
    <Facts>
      <RoomFact />
      <SafeFact />
    </Facts>
  );
}

/** Nothing where the browser does not say. */
export function RoomFact() {
  const t = useWords(storageWords);
  const room = useStorageRoom();
  if (!room) return null;
  return (
    <Fact name={t.storage}>
      {t.ofMost({ used: sizeWords(room.used), most: sizeWords(room.most) })}
      <Meter label={t.storageUsed} value={room.used} most={room.most} size="s" tone="quiet" />
    </Fact>
  );
}

export function SafeFact() {
  const t = useWords(storageWords);
  return (
    <Fact name={t.safe}>
      <SafeFromCleanUp />
    </Fact>
  );
}

function useStorageRoom(): StorageRoom | null {
  const [room, setRoom] = useState<StorageRoom | null>(null);
  useEffect(() => {
    let current = true;
    void storageRoom().then((found) => current && setRoom(found));
    return () => {
      current = false;
    };
  }, []);
  return room;
}

/** The browser's answer, and the question. It may say no: then it says what helps. */
function SafeFromCleanUp() {
  const t = useWords(storageWords);
  const [safe, setSafe] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let current = true;
    void isPersisted().then((answer) => current && setSafe(answer));
    return () => {
      current = false;
    };
  }, []);
  if (safe === null) return '…';
  if (safe)
    return (
      <span className="inline-flex items-center gap-1.5">
        <CheckIcon size="s" className="text-kelp" />
        {t.yes}
      </span>
    );
  if (refused) return t.refused;
  return (
    <Button
      kind="text"
      size="head"
      onClick={() =>
        void askToPersist().then((answer) => {
          setSafe(answer);
          setRefused(!answer);
        })
      }
    >
      {t.ask}
    </Button>
  );
}
