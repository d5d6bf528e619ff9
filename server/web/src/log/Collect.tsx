import { Link } from '@fluentui/react-components';

/** Everything about an installation in one file, for whoever helps. */
export function Collect({ id }: { readonly id: string }) {
  return (
    <>
      Asking somebody for help?{' '}
      <Link href={`/api/v1/installations/${id}/collection`} download={`mim-setup-${id.slice(0, 8)}.zip`} inline>
        Download everything they need
      </Link>{' '}
      in one archive. Passwords and secrets are left out.
    </>
  );
}
