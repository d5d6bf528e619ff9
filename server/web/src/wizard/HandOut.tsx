import { useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Box } from '../shell/Box.tsx';
import { ReasonBox } from '../shell/ReasonBox.tsx';
import { Script } from '../shell/Script.tsx';

/** Has the client secret handed out that was registered here: once, and with a reason. */
export function HandOut() {
  const { session, view } = useInstallation();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      {view.holdsSecret && (
        <Bar
          intent="info"
          title={say('The client secret registered here')}
          action={{ label: say('Hand it out'), onClick: () => setAsking(true) }}
        >
          {say('Nobody has seen it yet. It is handed out once, and destroyed when the installation is finished.')}
        </Bar>
      )}
      {asking && (
        <ReasonBox
          title={say('Hand the client secret out?')}
          label={say('What is it for? (recorded with your name)')}
          action={say('Hand it out')}
          isNeeded
          onClose={() => setAsking(false)}
          onReason={(reason) => void session.handOut(reason).then(setSecret)}
        />
      )}
      {secret !== null && (
        <Box
          title={say('The client secret')}
          onClose={() => setSecret(null)}
          buttons={[{ label: say('OK'), isDefault: true, onClick: () => setSecret(null) }]}
        >
          <p>{say('It is not shown again. Keep it where you keep passwords.')}</p>
          <Script label={say('Client secret')} text={secret} />
        </Box>
      )}
    </>
  );
}
