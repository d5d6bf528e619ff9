import type { SecureContextOptions } from 'node:tls';

/**
 * TLS 1.2 and 1.3, with keys that are made for each connection and ciphers that authenticate what they encrypt. It is what Mozilla
 * calls intermediate (https://wiki.mozilla.org/Security/Server_Side_TLS), without finite-field Diffie-Hellman; every browser and every
 * Windows that can run the wizard knows it.
 */
export const tlsSettings = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ].join(':'),
} as const satisfies SecureContextOptions;
