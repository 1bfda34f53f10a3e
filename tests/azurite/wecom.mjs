// The platform's own cipher of callbacks: one JSON request on stdin, one JSON answer on stdout.
// { token, encrypt: [{ key, corpId, message, timestamp, nonce }], decrypt: [{ key, encrypted, timestamp, nonce }] }
//   -> { encrypted: [{ text, signature }], decrypted: [{ message, corpId, signature }] }
import { text } from "node:stream/consumers";
import wecom from "@wecom/crypto";

const { token, encrypt, decrypt } = JSON.parse(await text(process.stdin));
const encrypted = encrypt.map(({ key, corpId, message, timestamp, nonce }) => {
  const result = wecom.encrypt(key, message, corpId);
  return { text: result, signature: wecom.getSignature(token, timestamp, nonce, result) };
});
const decrypted = decrypt.map(({ key, encrypted, timestamp, nonce }) => {
  const { message, id } = wecom.decrypt(key, encrypted);
  return { message, corpId: id, signature: wecom.getSignature(token, timestamp, nonce, encrypted) };
});
process.stdout.write(JSON.stringify({ encrypted, decrypted }));
