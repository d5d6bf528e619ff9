import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import { say } from '../language/say.ts';
import { Languages } from './Languages.tsx';
import { useVisitor } from './useVisitor.ts';

/** The bar above everything: what this is, and who is signed in. */
export function Top() {
  const { visitor, signOut } = useVisitor();
  return (
    <header className="top">
      <a href="#main" className="skip">
        {say('Skip to the content')}
      </a>
      <Link href="/" className="brand">
        <img src="/favicon.svg" alt="" width="24" height="24" />
        <span>MIM Setup</span>
      </Link>
      <nav aria-label={say('All of MIM Setup')} className="places">
        <Link href="/together">{say('Progress')}</Link>
        <Link href="/runners">{say('Runners')}</Link>
      </nav>
      <span className="subject">{say('Microsoft Identity Manager 2016 SP2 – Service and Portal')}</span>
      <span className="visitor">
        <Languages />
        {visitor?.signedIn && (
          <>
            {visitor.who}
            <Button appearance="subtle" size="small" onClick={signOut}>
              {say('Sign out')}
            </Button>
          </>
        )}
      </span>
    </header>
  );
}
