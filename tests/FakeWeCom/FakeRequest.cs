using System.Globalization;
using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>A request to the API: the path after <c>/cgi-bin/</c>, the query, and the body where it is JSON.</summary>
sealed record FakeRequest(string Path, IReadOnlyDictionary<string, string> Query, JsonObject Body, byte[] Bytes)
{
    public static async Task<FakeRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var isJson = request.Content?.Headers.ContentType?.MediaType == "application/json";
        return new(
            request.RequestUri!.AbsolutePath.Replace("/cgi-bin/", "", StringComparison.Ordinal),
            ReadQuery(request.RequestUri.Query),
            isJson ? JsonNode.Parse(bytes)!.AsObject() : [],
            bytes);
    }

    public string? Text(string name) => Body[name]?.GetValue<string>();

    public int? Number(string name) => Body[name]?.GetValue<int>();

    public DateTimeOffset Instant(string name) =>
        Body[name] is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetValue<long>())
            : throw new FakeErrorException(FakeErrors.Invalid);

    public IReadOnlyList<string> Texts(string name) =>
        Body[name] is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];

    public IReadOnlyList<string> OwnerFilter() => Body["owner_filter"]?["userid_list"] is JsonArray owners
        ? [.. owners.Select(owner => owner!.GetValue<string>())]
        : [];

    /// <summary>The part of a list that the cursor and the limit name.</summary>
    public JsonObject Page(string name, IEnumerable<JsonNode> items)
    {
        var all = items.ToList();
        var start = int.TryParse(Text("cursor"), CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var end = start + (Number("limit") ?? 50);
        return new JsonObject
        {
            [name] = new JsonArray([.. all.Skip(start).Take(end - start)]),
            ["next_cursor"] = end < all.Count ? $"{end}" : "",
        };
    }

    static Dictionary<string, string> ReadQuery(string query) => query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}

/// <summary>An error of the platform.</summary>
#pragma warning disable CA1064 // it never leaves the server
sealed class FakeErrorException(int code) : Exception($"errcode {code}")
{
    public int Code => code;
}
#pragma warning restore CA1064

static class FakeErrors
{
    public const int BadSecret = 40001;
    public const int BadMedia = 40007;
    public const int BadCorp = 40013;
    public const int BadToken = 40014;
    public const int BadCode = 40029;
    public const int NoChat = 40050;
    public const int Invalid = 40058;
    public const int ExpiredToken = 42001;
    public const int TooManyCalls = 45009;
    public const int NoPermission = 48002;
    public const int NotVisible = 60011;
    public const int BadAddress = 60020;
    public const int BadRobot = 93000;
}
