/** Headers of every answer: nothing is loaded from elsewhere, framed elsewhere, sniffed or passed on. */
import { randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';

const NONCE_BYTES = 18;

/** For answers that are not a page: nothing in them may act. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64');

/** React Aria adds `<style>` elements at run time, hence the nonce for style. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Steps are counted by the phone's motion or by ear, on the page itself; nothing else is asked of the device. */
const OWN_FEATURES = ['accelerometer', 'gyroscope', 'microphone'];
const NO_FEATURES = [
  'camera',
  'display-capture',
  'geolocation',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
];
const FEATURES = [
  ...OWN_FEATURES.map((feature) => `${feature}=(self)`),
  ...NO_FEATURES.map((feature) => `${feature}=()`),
].join(', ');

export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  const headers = c.res.headers;
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', DATA_POLICY);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', FEATURES);
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  // A runner's health data is not for a shared cache; assets set their own.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
});
