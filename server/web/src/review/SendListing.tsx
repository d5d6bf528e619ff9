import { useInstallation } from '../api/useSession.ts';

/** Where the package lies on the server alone, its listing tells what it asks. */
export function SendListing() {
  const { session } = useInstallation();
  return (
    <details>
      <summary>The package lies on another server?</summary>
      <p>
        Run <code>mim-setup inspect --json "Service and Portal.msi" &gt; listing.json</code> there, and choose the file.
      </p>
      <label htmlFor="listing">Listing of the package</label>{' '}
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
