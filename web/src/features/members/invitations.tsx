/** Making a link, and the links that still work; what happens to one shows in both. */
import { useState } from 'react';
import { InviteSection } from './invite-section';
import { OpenInvites } from './open-invites';

export function Invitations({ workspaceId, myRole }: { workspaceId: string; myRole: string }) {
  const [made, setMade] = useState(0);
  const [turnedOff, setTurnedOff] = useState<string | null>(null);
  return (
    <>
      <InviteSection
        workspaceId={workspaceId}
        myRole={myRole}
        turnedOff={turnedOff}
        onMade={() => setMade((was) => was + 1)}
      />
      <OpenInvites workspaceId={workspaceId} myRole={myRole} made={made} onTurnedOff={setTurnedOff} />
    </>
  );
}
