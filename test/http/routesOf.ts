import type { Express } from 'express';

/** A layer of an Express router, as far as it is looked at here. */
interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** Every call that an application has a route for, as `method path`, with parameters as OpenAPI writes them. */
export function routesOf(app: Express): string[] {
  return callsIn((app as unknown as { router: Layer['handle'] }).router.stack ?? [], '');
}

/** A router does not tell where it is mounted, so the places that there are are tried. */
const places = ['/api/v1', '/installations', '/runners', '/pages', '/checklist'];

function callsIn(layers: readonly Layer[], prefix: string): string[] {
  return layers.flatMap((layer) => {
    const { route, handle } = layer;
    if (route) {
      const path = `${prefix}${route.path === '/' && prefix ? '' : route.path}`.replace(/:(\w+)/g, '{$1}');
      const methods = route.stack.flatMap(({ method }) => method ?? []);
      return [...new Set(methods)].map((method) => `${method} ${path}`);
    }
    if (!handle.stack) return [];
    const place = places.find((one) => !layer.match('/') && layer.match(one)) ?? '';
    return callsIn(handle.stack, prefix + place);
  });
}
