import { config } from 'zod';

// The server's content security policy forbids eval. zod would try it with every schema, and the browser report it:
// so this stands before whatever makes a schema.
config({ jitless: true });
