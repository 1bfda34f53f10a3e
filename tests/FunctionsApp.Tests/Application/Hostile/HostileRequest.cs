using System.Text.RegularExpressions;
using FunctionsApp.Tests.Application.Authorisation;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>A random malformed request to a route of the app, with or without the operator's key.</summary>
sealed record HostileRequest(
    AppFunction Function,
    string Method,
    string Path,
    bool HasKey,
    byte[]? Body,
    string? ContentType,
    IReadOnlyList<(string Name, string Value)> Headers)
{
    static readonly string[] Verbs =
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X"];

    static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "application/json;charset=nonsense", "text/plain",
        "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "a", "/", "*/*",
    ];

    static readonly string[] Names =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "Idempotency-Key", "If-Match", "Range", "Cookie",
        "X-Forwarded-For", "X-HTTP-Method-Override", "webhook-id", "webhook-timestamp", "webhook-signature",
        "User-Agent", "Referer",
    ];

    static readonly string[] Queries =
        ["top", "continuation", "groupId", "status", "memberId", "a", "b", "inviter", "code", "Code"];

    public static HostileRequest Next(Random random, DateTimeOffset now)
    {
        var function = AppFunction.OverHttp[random.Next(AppFunction.OverHttp.Count)];
        var verb = random.Next(5) == 0
            ? Verbs[random.Next(Verbs.Length)]
            : function.Methods[random.Next(function.Methods.Count)].ToUpperInvariant();
        var path = Regex.Replace(
            function.Route!,
            "{[^{}]*({[^{}]*}[^{}]*)*}",
            _ => Segment(random),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        var hasBody = verb is "POST" or "PUT" or "PATCH" || random.Next(8) == 0;
        return new HostileRequest(
            function,
            verb,
            path + Query(random),
            random.Next(3) > 0,
            hasBody ? HostileBody.Next(random, now) : null,
            hasBody ? NextContentType(random) : null,
            NextHeaders(random));
    }

    /// <summary>The request as a message; null when <see cref="HttpClient"/> cannot send its path.</summary>
    public HttpRequestMessage? ToMessage(Uri address)
    {
        if (!Uri.TryCreate(address, Path, out var uri) || uri.Authority != address.Authority) return null;
        var message = new HttpRequestMessage(new HttpMethod(Method), uri)
        {
            Content = Body is null ? null : new ByteArrayContent(Body),
        };
        if (ContentType is not null) message.Content?.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (HasKey) message.Headers.TryAddWithoutValidation("x-functions-key", AppHost.Key);
        return message;
    }

    public override string ToString()
    {
        var body = Body is null ? "none" : Start(Convert.ToBase64String(Body), 400);
        return $"{Method} {Path} {(HasKey ? "with" : "without")} the key, {ContentType ?? "no type"}, body {body}";
    }

    static string? NextContentType(Random random)
    {
        if (random.Next(8) == 0) return null;
        return random.Next(3) > 0 ? Types[0] : Types[random.Next(Types.Length)];
    }

    static IReadOnlyList<(string Name, string Value)> NextHeaders(Random random)
    {
        var count = random.Next(40) == 0 ? 60 : random.Next(3);
        return
        [
            .. Enumerable.Range(0, count)
                .Select(_ => (Names[random.Next(Names.Length)], Printable(HostileText.Next(random)))),
        ];
    }

    static string Segment(Random random) => random.Next(4) switch
    {
        0 => Start(HostileText.Next(random), 1_500),
        1 => "tea-1",
        _ => Uri.EscapeDataString(Start(HostileText.Next(random), 800)),
    };

    static string Query(Random random)
    {
        if (random.Next(3) > 0) return "";
        var fields = Enumerable.Range(0, random.Next(1, 4)).Select(_ => QueryField(random));
        return "?" + string.Join('&', fields);
    }

    static string QueryField(Random random) =>
        $"{Queries[random.Next(Queries.Length)]}={Uri.EscapeDataString(Start(HostileText.Next(random), 500))}";

    static string Start(string text, int length) => text.Length > length ? text[..length] : text;

    static string Printable(string text) => new([.. text.Where(c => c is >= ' ' and < '\u007f').Take(500)]);
}
