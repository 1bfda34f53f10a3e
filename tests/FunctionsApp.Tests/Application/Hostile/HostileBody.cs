using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>Random request bodies: valid ones with invalid fields, and bytes that are not JSON.</summary>
static class HostileBody
{
    const int Deep = 5_000;
    const int Long = 100_000;

    public static byte[] Next(Random random, DateTimeOffset now) => random.Next(14) switch
    {
        0 => HostileText.Bytes(random, 300),
        1 => Utf8(new string('[', random.Next(1, Deep)) + new string(']', random.Next(0, Deep))),
        2 => Utf8(string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, Deep))) + "1"),
        3 => Utf8($"{{\"id\":\"{new string('x', random.Next(1, Long))}\"}}"),
        4 => Utf8(
            $$"""{"capacity":{{new string('9', random.Next(1, 5_000))}},"invites":1e{{random.Next(1, 999_999)}}}"""),
        5 => Encoding.Unicode.GetBytes(Valid(random, now).ToJsonString()),
        6 => [0xef, 0xbb, 0xbf, .. Utf8(Valid(random, now).ToJsonString())],
        7 => [.. "{\"name\":\""u8, 0xed, 0xa0, 0x80, 0xff, .. "\"}"u8],
        8 => Utf8("{\"id\":\"a\",\"id\":\"b\",\"Id\":\"c\",\"iD\":null}"),
        9 => Utf8("{\"name\":\"\\ud800\",\"farewell\":\"\\udc00\\u0000\"}"),
        _ => Utf8(Spoil(random, Valid(random, now)).ToJsonString(new JsonSerializerOptions { MaxDepth = Deep })),
    };

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static JsonObject Valid(Random random, DateTimeOffset now) => random.Next(6) switch
    {
        0 => SampleBodies.Group($"hostile-{random.Next(1000)}", now.AddDays(7)),
        1 => SampleBodies.Campaign($"hostile-{random.Next(1000)}", now, now.AddDays(3), "tea-1"),
        2 => SampleBodies.Poster(),
        3 => SampleBodies.FlashSale($"hostile-{random.Next(1000)}", "tea-1", now.AddHours(1), now.AddHours(2)),
        4 => new JsonObject { ["decision"] = "accept", ["by"] = "小张" },
        _ => new JsonObject { ["address"] = "上海市静安区", ["joinUrl"] = SampleBodies.JoinUrl },
    };

    static JsonObject Spoil(Random random, JsonObject body)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var target = SelfOrInner(random, body);
            var names = target.Select(field => field.Key).ToList();
            var name = names.Count == 0 || random.Next(6) == 0
                ? HostileText.Next(random)
                : names[random.Next(names.Count)];
            target[name] = Value(random);
        }

        return body;
    }

    static JsonObject SelfOrInner(Random random, JsonObject body) =>
        random.Next(3) == 0 && body.Select(field => field.Value).OfType<JsonObject>().FirstOrDefault() is { } inner
            ? inner
            : body;

    static JsonNode? Value(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(),
        3 => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
        4 => new JsonArray(
            [.. Enumerable.Range(0, random.Next(0, 300)).Select(_ => (JsonNode?)HostileText.Next(random))]),
        5 => new JsonObject { [HostileText.Next(random)] = HostileText.Next(random) },
        6 => new JsonArray(null, new JsonArray(new JsonArray())),
        _ => HostileText.Next(random),
    };
}
