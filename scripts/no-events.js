/** In place of eventemitter3, in the bundles: p-queue tells of each of its steps, and none of ours listens. */
const nobody = () => undefined;

export class EventEmitter {
  emit = nobody;
  on = nobody;
  off = nobody;
}
