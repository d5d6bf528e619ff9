import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './look.css';

// Fluent writes its rules into style elements of its own; the Content-Security-Policy lets in those that carry the nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});

createRoot(document.getElementById('root')!).render(
  <RendererProvider renderer={renderer}>
    <App />
  </RendererProvider>,
);
