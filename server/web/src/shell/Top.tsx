import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useVisitor } from './useVisitor.ts';

/** The bar above everything: what this is, and who is signed in. */
export function Top() {
  const { visitor, signOut } = useVisitor();
  return (
    <header className="top">
      <a href="#main" className="skip">
        Skip to the page
      </a>
      <Link href="/" className="brand">
        <img src="/favicon.svg" alt="" width="24" height="24" />
        <span>MIM Setup</span>
      </Link>
      <nav aria-label="All of MIM Setup" className="places">
        <Link href="/together">Progress</Link>
        <Link href="/runners">Runners</Link>
      </nav>
      <span className="subject">Microsoft Identity Manager 2016 SP2 – Service and Portal</span>
      {visitor?.signedIn && (
        <span className="visitor">
          {visitor.who}
          <Button appearance="subtle" size="small" onClick={signOut}>
            Sign out
          </Button>
        </span>
      )}
    </header>
  );
}
