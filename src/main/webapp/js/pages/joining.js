import { html } from 'lit';

/**
 * What one may do about a group that one is not in: ask to join, take that back, answer an invitation.
 *
 * @param {{id: string, name: string, status: string}} group `status` as the server gives it
 * @param {{me: {id: string}, busy?: boolean, act: (type: string, payload: any) => void}} how
 */
export function joining({ id, name, status }, { me, busy = false, act }) {
  const answer = (accept) => act('answerInvitation', { groupID: id, accept });
  switch (status) {
    case 'none':
      return html`<button class="primary" ?disabled=${busy} aria-label=${`Ask to join ${name}`} data-testid="ask-to-join" @click=${() => act('requestToJoinToGroup', id)}>Ask to join</button>`;
    case 'requested':
      return html`<span class="state" data-testid="join-state">You asked to join</span>
        <button ?disabled=${busy} aria-label=${`Withdraw the request to join ${name}`} data-testid="withdraw" @click=${() => act('answerJoinRequest', { groupID: id, userID: me.id, accept: false })}>Withdraw</button>`;
    case 'invited':
      return html`<button class="primary" ?disabled=${busy} aria-label=${`Join ${name}`} data-testid="accept-invitation" @click=${() => answer(true)}>Accept</button>
        <button ?disabled=${busy} aria-label=${`Decline the invitation to ${name}`} data-testid="decline-invitation" @click=${() => answer(false)}>Decline</button>`;
    default:
      return html`<span class="state" data-testid="join-state">Member</span>`;
  }
}
