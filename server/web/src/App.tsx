import { FluentProvider, Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
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

/** A tab of an installation; of the wizard the page on screen, or one behind, to be looked at. */
type Place = { readonly id: string; readonly tab: string | undefined; readonly page: string | undefined };

/** The table of contents: which address shows what. */
export function App() {
  return (
    <FluentProvider theme={useTheme()} className="app">
      <Top />
      <Suspense fallback={<Spinner className="waiting" label={say('Opening the page')} />}>
        <Switch>
          <Route path="/" component={Installations} />
          <Route path="/together" component={Together} />
          <Route path="/runners" component={Runners} />
          <Route path="/checklist" component={Checklist} />
          <Route path="/sign-in" component={SignIn} />
          <Route<Place> path="/installations/:id/:tab?/:page?">
            {({ id, tab, page }) => <Installation key={id} id={id} tab={tab ?? 'setup'} page={page} />}
          </Route>
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </FluentProvider>
  );
}
