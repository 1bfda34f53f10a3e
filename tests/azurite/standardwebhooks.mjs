// The independent signer and verifier: one JSON request on stdin, one JSON answer on stdout.
// { sign: [{ secret, id, timestamp, body }], verify: [{ secret, id, timestamp, signature, body }] } -> { signatures: [], accepted: [] }
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

const accepts = ({ secret, id, timestamp, signature, body }) => {
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};

const { sign, verify } = JSON.parse(await text(process.stdin));
const signatures = sign.map(({ secret, id, timestamp, body }) => new Webhook(secret).sign(id, new Date(timestamp * 1000), body));
process.stdout.write(JSON.stringify({ signatures, accepted: verify.map(accepts) }));
