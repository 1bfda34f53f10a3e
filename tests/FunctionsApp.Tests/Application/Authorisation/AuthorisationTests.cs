using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>
/// Who may call what, function by function, is stated in <c>authorisation.txt</c>: <c>key</c> (the operator's), <c>signed</c> (by the platform or a
/// shop), <c>public</c>, or <c>inside</c> (no request reaches it). A function that is not stated there, or otherwise, fails.
/// </summary>
public sealed class AuthorisationTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly IReadOnlyDictionary<string, string> Stated = Read();

    public static TheoryData<string, string> OfLevel(string level) =>
        [.. AppFunction.OverHttp.Where(function => Stated.GetValueOrDefault(function.Name) == level).SelectMany(function => function.Methods.Select(method => (method, Sample(function.Route!))))];

    [Fact]
    public void Every_function_has_its_level_stated()
    {
        Assert.Equal([], AppFunction.All.Select(function => function.Name).Except(Stated.Keys).Select(name => $"{name} has no level in authorisation.txt."));
        Assert.Equal([], Stated.Keys.Except(AppFunction.All.Select(function => function.Name)).Select(name => $"{name} is in authorisation.txt, and there is no such function."));
    }

    [Fact]
    public void What_is_stated_is_what_the_function_declares() => Assert.All(AppFunction.All, function => Assert.Contains(
        Stated.GetValueOrDefault(function.Name),
        function.Level switch { null => (string[])["inside"], AuthorizationLevel.Anonymous => ["public", "signed"], AuthorizationLevel.Function => ["key"], _ => [] }));

    [Theory]
    [MemberData(nameof(OfLevel), "key")]
    public async Task Without_the_key_a_guarded_function_is_401_and_says_nothing(string method, string path)
    {
        foreach (var key in new[] { null, "", "wrong", $"{AppHost.Key}0", AppHost.Key.ToUpperInvariant() })
        {
            var answer = await RequestAsync(method, path, key);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Text));
        }
    }

    [Theory]
    [MemberData(nameof(OfLevel), "signed")]
    public async Task Without_a_signature_a_webhook_is_refused_also_to_one_who_has_the_key(string method, string path)
    {
        foreach (var key in new[] { null, AppHost.Key })
            Assert.Contains((await RequestAsync(method, path, key)).Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
    }

    [Theory]
    [MemberData(nameof(OfLevel), "public")]
    public async Task A_public_function_asks_nobody_for_a_key(string method, string path) =>
        Assert.NotEqual(HttpStatusCode.Unauthorized, (await RequestAsync(method, path, key: null)).Status);

    static string Sample(string route) => System.Text.RegularExpressions.Regex.Replace(route, "{[^{}]*({[^{}]*}[^{}]*)*}", "some-id", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    static Dictionary<string, string> Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("authorisation.txt")!);
        return file.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    async Task<ApiAnswer> RequestAsync(string method, string path, string? key)
    {
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Client.BaseAddress };
        if (key is not null) stranger.DefaultRequestHeaders.TryAddWithoutValidation("x-functions-key", key);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
        using var response = await stranger.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }
}
