import { Client } from './client.js';
import { tellReminders } from './pages/reminders.js';
import { Router } from './router.js';
import { Shell } from './shell.js';
import './views/app.js';

const client = new Client();
const router = new Router();
const app = document.querySelector('parley-app');
app.client = client;
app.router = router;
router.start();
client.start();
tellReminders(client.connection);

const shell = new Shell();
client.shell = shell;
shell.addEventListener('change', () => client.store.changed('connection'));
client.store.addEventListener('change', ({ detail }) => detail.has('connection') && client.connection.state === 'online' && shell.look());
addEventListener('load', () => shell.start());

const open = (path) => router.go(path);
client.notifier.onchosen = open;
navigator.serviceWorker?.addEventListener('message', ({ data }) => data?.path && open(data.path));
