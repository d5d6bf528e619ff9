import { useInstallation } from '../api/useSession.ts';
import { say, sayWith } from '../language/say.ts';

/** Where the package lies on the server alone, its listing tells what it asks. */
export function SendListing() {
  const { session } = useInstallation();
  return (
    <details>
      <summary>{say('Is the package on another server?')}</summary>
      <p>
        {sayWith('Run <code>{command}</code> there, and choose the file here.', {
          command: 'mim-setup inspect --json "Service and Portal.msi" > listing.json',
          code: (inner) => <code>{inner}</code>,
        })}
      </p>
      <label htmlFor="listing">{say('Listing of the package')}</label>{' '}
      <input
        id="listing"
        type="file"
        accept="application/json,.json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void session.sendListing(file);
          currentTarget.value = '';
        }}
      />
    </details>
  );
}
