import { Link } from 'wouter';

interface NowhereProps {
  readonly title?: string;
  readonly text?: string;
}

/** Nothing is at this address, or nothing can be shown of it. */
export function Nowhere({ title = 'There is no such page', text = 'Check the address.' }: NowhereProps) {
  return (
    <main id="main" className="sheet narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <Link href="/" className="link">
          See all installations
        </Link>
      </p>
    </main>
  );
}
