using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>
/// The file <c>authorisation.txt</c> lists who may call each function: <c>key</c> (the operator's key), <c>signed</c>
/// (by the platform or a shop), <c>public</c>, or <c>inside</c> (no request reaches it). A function that is missing or
/// that declares another level fails a test.
/// </summary>
public sealed class AuthorisationTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly IReadOnlyDictionary<string, string> Listed = Read();

    public static TheoryData<string, string> OfLevel(string level) =>
    [
        .. from function in AppFunction.OverHttp
           where Listed.GetValueOrDefault(function.Name) == level
           from method in function.Methods
           select (method, SamplePath(function.Route!)),
    ];

    [Fact]
    public void Every_function_is_listed_with_its_level()
    {
        var declared = AppFunction.All.Select(function => function.Name).ToList();

        Assert.Equal([], declared.Except(Listed.Keys).Select(name => $"{name} has no level in authorisation.txt."));
        Assert.Equal([], Listed.Keys.Except(declared).Select(name => $"{name} of authorisation.txt does not exist."));
    }

    [Fact]
    public void Listed_level_is_the_level_that_the_function_declares() => Assert.All(
        AppFunction.All,
        function => Assert.Contains(Listed.GetValueOrDefault(function.Name), LevelsFor(function.Level)));

    [Theory]
    [MemberData(nameof(OfLevel), "key")]
    public async Task Request_without_the_key_to_a_key_function_is_401_with_an_empty_body(string method, string path)
    {
        foreach (var key in new[] { null, "", "wrong", $"{AppHost.Key}0", AppHost.Key.ToUpperInvariant() })
        {
            var answer = await RequestAsync(method, path, key);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Text));
        }
    }

    [Theory]
    [MemberData(nameof(OfLevel), "signed")]
    public async Task Webhook_without_a_signature_is_refused_with_and_without_the_key(string method, string path)
    {
        foreach (var key in new[] { null, AppHost.Key })
        {
            var answer = await RequestAsync(method, path, key);
            Assert.Contains(answer.Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
        }
    }

    [Theory]
    [MemberData(nameof(OfLevel), "public")]
    public async Task Public_function_needs_no_key(string method, string path) =>
        Assert.NotEqual(HttpStatusCode.Unauthorized, (await RequestAsync(method, path, key: null)).Status);

    static string[] LevelsFor(AuthorizationLevel? declared) => declared switch
    {
        null => ["inside"],
        AuthorizationLevel.Anonymous => ["public", "signed"],
        AuthorizationLevel.Function => ["key"],
        _ => [],
    };

    static string SamplePath(string route) => Regex.Replace(
        route,
        "{[^{}]*({[^{}]*}[^{}]*)*}",
        "some-id",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    static Dictionary<string, string> Read()
    {
        var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("authorisation.txt")!;
        using var file = new StreamReader(resource);
        return file.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    async Task<ApiAnswer> RequestAsync(string method, string path, string? key)
    {
        using var anonymous = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = app.Client.BaseAddress,
        };
        if (key is not null) anonymous.DefaultRequestHeaders.TryAddWithoutValidation("x-functions-key", key);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
        using var response = await anonymous.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }
}
