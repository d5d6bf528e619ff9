import { FluentProvider, Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { webAddresses } from '../../http/webAddresses.ts';
import { Installation } from './Installation.tsx';
import { say } from './language/say.ts';
import { Installations } from './list/Installations.tsx';
import { Nowhere } from './shell/Nowhere.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { Top } from './shell/Top.tsx';
import { useTheme } from './theme.ts';

// Not everybody has many servers: what is for those is loaded when it is looked at.
const Together = lazy(() => import('./together/Together.tsx'));
const Checklist = lazy(() => import('./checklist/Checklist.tsx'));
const Runners = lazy(() => import('./runners/Runners.tsx'));

/** The table of contents: which address shows what. */
export function App() {
  return (
    <FluentProvider theme={useTheme()} className="app">
      <Top />
      <Suspense fallback={<Spinner className="waiting" label={say('Opening the page')} />}>
        <Switch>
          <Route path={webAddresses.installations} component={Installations} />
          <Route path={webAddresses.together} component={Together} />
          <Route path={webAddresses.runners} component={Runners} />
          <Route path={webAddresses.checklist} component={Checklist} />
          <Route path={webAddresses.signIn} component={SignIn} />
          <Route path={webAddresses.installation}>{({ id }) => <Installation key={id} id={id} tab="setup" />}</Route>
          <Route path={webAddresses.tab}>{({ id, tab }) => <Installation key={id} id={id} tab={tab} />}</Route>
          <Route path={webAddresses.wizardPage}>
            {({ id, page }) => <Installation key={id} id={id} tab="setup" page={page} />}
          </Route>
          <Route path={webAddresses.pageBehind}>
            {({ id, page }) => <Installation key={id} id={id} tab="page" page={page} />}
          </Route>
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </FluentProvider>
  );
}
