using System.Text.RegularExpressions;
using FunctionsApp.Tests.Application.Authorisation;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>A request that nobody should send, to a route of the app, with the operator's key or without.</summary>
sealed record HostileRequest(AppFunction Function, string Method, string Path, bool HasKey, byte[]? Body, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X"];
    static readonly string[] Types = ["application/json", "application/json; charset=utf-16", "application/json;charset=nonsense", "text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "a", "/", "*/*"];
    static readonly string[] Names = ["Accept", "Accept-Language", "Accept-Encoding", "Idempotency-Key", "If-Match", "Range", "Cookie", "X-Forwarded-For", "X-HTTP-Method-Override", "webhook-id", "webhook-timestamp", "webhook-signature", "User-Agent", "Referer"];
    static readonly string[] Queries = ["top", "continuation", "groupId", "status", "memberId", "a", "b", "inviter", "code", "Code"];

    public static HostileRequest Next(Random random, DateTimeOffset now)
    {
        var function = AppFunction.OverHttp[random.Next(AppFunction.OverHttp.Count)];
        var verb = random.Next(5) == 0 ? Verbs[random.Next(Verbs.Length)] : function.Methods[random.Next(function.Methods.Count)].ToUpperInvariant();
        var path = Regex.Replace(function.Route!, "{[^{}]*({[^{}]*}[^{}]*)*}", _ => Segment(random), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var hasBody = verb is "POST" or "PUT" or "PATCH" || random.Next(8) == 0;
        return new HostileRequest(
            function,
            verb,
            path + Query(random),
            random.Next(3) > 0,
            hasBody ? HostileBody.Next(random, now) : null,
            hasBody && random.Next(8) > 0 ? random.Next(3) > 0 ? Types[0] : Types[random.Next(Types.Length)] : null,
            [.. Enumerable.Range(0, random.Next(40) == 0 ? 60 : random.Next(3)).Select(_ => (Names[random.Next(Names.Length)], Printable(HostileText.Next(random))))]);
    }

    /// <summary>The request as it goes out; null where no client can be brought to send it.</summary>
    public HttpRequestMessage? ToMessage(Uri address)
    {
        if (!Uri.TryCreate(address, Path, out var uri) || uri.Authority != address.Authority) return null;
        var message = new HttpRequestMessage(new HttpMethod(Method), uri) { Content = Body is null ? null : new ByteArrayContent(Body) };
        if (ContentType is not null) message.Content?.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (HasKey) message.Headers.TryAddWithoutValidation("x-functions-key", AppHost.Key);
        return message;
    }

    public override string ToString() =>
        $"{Method} {Path} {(HasKey ? "with" : "without")} the key, {ContentType ?? "no type"}, body {(Body is null ? "none" : Convert.ToBase64String(Body)[..Math.Min(400, Convert.ToBase64String(Body).Length)])}";

    static string Segment(Random random) => random.Next(4) switch
    {
        0 => HostileText.Next(random) is var raw && raw.Length > 1_500 ? raw[..1_500] : raw,
        1 => "tea-1",
        _ => Uri.EscapeDataString(HostileText.Next(random) is var text && text.Length > 800 ? text[..800] : text),
    };

    static string Query(Random random) => random.Next(3) == 0
        ? "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Queries[random.Next(Queries.Length)]}={Uri.EscapeDataString(HostileText.Next(random) is var text && text.Length > 500 ? text[..500] : text)}"))
        : "";

    static string Printable(string text) => new([.. text.Where(c => c is >= ' ' and < '\u007f').Take(500)]);
}
