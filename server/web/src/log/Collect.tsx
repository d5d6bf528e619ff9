import { Link } from '@fluentui/react-components';
import { pathOf } from '../api/sending.ts';
import { inLanguage } from '../language/language.ts';
import { sayWith } from '../language/say.ts';

/** Everything about an installation in one file, for whoever helps. */
export function Collect({ id }: { readonly id: string }) {
  return (
    <>
      {sayWith(
        'Asking somebody for help? <link>Download everything they need</link> in one archive. Passwords and secrets are left out.',
        {
          link: (text) => (
            <Link href={inLanguage(`${pathOf(id)}/collection`)} download={`mim-setup-${id.slice(0, 8)}.zip`} inline>
              {text}
            </Link>
          ),
        },
      )}
    </>
  );
}
