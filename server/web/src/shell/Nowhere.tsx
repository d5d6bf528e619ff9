import { Link } from 'wouter';
import { say } from '../language/say.ts';
import { Collect } from '../log/Collect.tsx';

interface NowhereProps {
  readonly title?: string;
  readonly text?: string;
  /** The installation that something is kept of all the same. */
  readonly collect?: string | undefined;
}

/** Nothing is at this address, or nothing can be shown of it. */
export function Nowhere({ title = say('There is no such page'), text = say('Check the address.'), collect }: NowhereProps) {
  return (
    <main id="main" className="sheet narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      {collect && (
        <p>
          <Collect id={collect} />
        </p>
      )}
      <p>
        <Link href="/" className="link">
          {say('See all installations')}
        </Link>
      </p>
    </main>
  );
}
