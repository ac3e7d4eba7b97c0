// Reads the body, verifies the token as the server does, and answers a constant. No process can do it with less.
import { servePlainly, SOLD_OUT } from '#bench/variants/plain-http.js';
import { eventPage } from '#bench/variants/event-page.js';

const EVENTS = eventPage();
const NOBODY = JSON.stringify({ errors: [{ message: 'Log in first.' }] });

// The event page is for everybody; only its request is told apart, by what stands at the start of the body.
servePlainly((body, userId) => {
  if (userId !== undefined) return SOLD_OUT;
  return body.includes('ActiveEventBooks') ? EVENTS : NOBODY;
});
