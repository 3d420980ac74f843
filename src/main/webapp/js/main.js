import { Client } from './client.js';
import { Router } from './router.js';
import './views/app.js';

const client = new Client();
const router = new Router();
const app = document.querySelector('parley-app');
app.client = client;
app.router = router;
router.start();
client.start();
