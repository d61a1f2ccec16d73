// Offers to sign in with the configured providers, if they may redirect to this page. `signedIn` resolves with the
// access token after the redirect, else with undefined.
const page = location.origin + location.pathname;
const row = document.getElementById('sign-in');
const signIns = new URL('api/v1/auth/providers', location);
const PENDING = 'sign-in';

const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function start(provider) {
  const pending = { provider: provider.name, state: random(), nonce: random(), verifier: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  const url = new URL(provider.authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: provider.client_id,
    redirect_uri: page,
    scope: provider.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: base64url(digest),
    code_challenge_method: 'S256',
  };
  Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, value));
  location.assign(url);
}

async function finish() {
  const query = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING));
  if (!query.has('state')) {
    return undefined;
  }
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', location.pathname + location.hash);
  if (query.get('state') !== pending?.state) {
    throw new Error('This sign-in was not started on this page');
  }
  if (query.has('error')) {
    throw new Error(query.get('error'));
  }
  const response = await fetch(`${signIns}/${pending.provider}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      code: query.get('code'), code_verifier: pending.verifier, redirect_uri: page, nonce: pending.nonce,
    }),
  });
  const { access_token, user, detail } = await response.json();
  if (!response.ok) {
    throw new Error(detail);
  }
  row.append(`Signed in as ${user.email}`);
  row.hidden = false;
  return access_token;
}

async function offer() {
  const { providers, redirect_uris } = await (await fetch(signIns)).json();
  const usable = redirect_uris.includes(page) ? providers : [];
  for (const provider of usable) {
    const button = document.createElement('button');
    button.textContent = `Sign in with ${provider.display_name}`;
    button.addEventListener('click', () => start(provider));
    row.append(button);
    row.hidden = false;
  }
}

const signedIn = finish().catch((failure) => {
  row.append(`Sign-in failed: ${failure.message}`);
  row.hidden = false;
  return undefined;
});
signedIn.then((token) => token ?? offer());
