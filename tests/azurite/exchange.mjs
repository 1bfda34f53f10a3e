// Reads one entity through Microsoft's own client for Node.js and prints it with its types, then writes another beside it.
import { TableClient } from "@azure/data-tables";

const [connectionString, table] = process.argv.slice(2);
const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
const { etag, timestamp, ...read } = await client.getEntity("p", "from .NET", { disableTypeConversion: true });
console.log(JSON.stringify(read));
await client.createEntity({
  partitionKey: "p",
  rowKey: "from Node.js",
  Text: "文",
  Int32: 7,
  Int64: { type: "Int64", value: "9007199254740993" },
  Double: { type: "Double", value: "2.5" },
  Boolean: true,
  DateTime: new Date("2026-12-01T10:00:00.123Z"),
  Guid: { type: "Guid", value: "00112233-4455-6677-8899-aabbccddeeff" },
  Binary: new Uint8Array([0, 255]),
});
