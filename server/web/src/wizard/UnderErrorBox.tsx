import { usePages } from '../api/usePages.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Frame } from './Frame.tsx';

/** The page that an error box lies on; its fields come back with OK. */
export function UnderErrorBox() {
  const { view } = useInstallation();
  const pages = usePages();
  const under = pages?.items.find(({ id }) => id === view.trail.at(-1));
  return (
    <Frame title={under?.title ?? view.page.title} subtitle={under?.subtitle ?? ''} next={{ label: say('&Next'), isOff: true }}>
      {null}
    </Frame>
  );
}
