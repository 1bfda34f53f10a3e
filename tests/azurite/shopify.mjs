// Shopify's own library as signer and verifier: one JSON request on stdin, one JSON answer on stdout.
// { secret, sign: [body], verify: [{ body, signature }] } -> { signatures: [], accepted: [] }
import { text } from "node:stream/consumers";
import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { createSHA256HMAC } from "@shopify/shopify-api/runtime";

const { secret, sign, verify } = JSON.parse(await text(process.stdin));
const shopify = shopifyApi({
  apiKey: "the key of an app",
  apiSecretKey: secret,
  apiVersion: Object.values(ApiVersion)[0],
  hostName: "brand.example.com",
  isEmbeddedApp: false,
  logger: { level: LogSeverity.Error },
});

const headers = (signature) => ({
  "x-shopify-api-version": "2026-10",
  "x-shopify-hmac-sha256": signature,
  "x-shopify-shop-domain": "tea.myshopify.com",
  "x-shopify-topic": "orders/paid",
  "x-shopify-webhook-id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
});

const accepts = async ({ body, signature }) => {
  const rawRequest = { method: "POST", url: "/webhooks/shops/tea", headers: headers(signature), rawHeaders: Object.entries(headers(signature)).flat() };
  return (await shopify.webhooks.validate({ rawBody: body, rawRequest, rawResponse: {} })).valid;
};

const signatures = await Promise.all(sign.map((body) => createSHA256HMAC(secret, body)));
process.stdout.write(JSON.stringify({ signatures, accepted: await Promise.all(verify.map(accepts)) }));
