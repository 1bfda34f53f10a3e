using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>
/// The file <c>authorisation.txt</c> lists who may call each function. A function that is missing, declares another
/// access or answers others fails a test.
/// </summary>
public sealed class AuthorisationTests(RoleClients app) : IClassFixture<RoleClients>
{
    static readonly IReadOnlyDictionary<string, string> Listed = Read();

    /// <summary>The methods and sample paths of the functions with that access.</summary>
    public static TheoryData<string, string> With(string access) => [.. Requests(access)];

    /// <summary>The methods and sample paths of all functions that need a role, with the role.</summary>
    public static TheoryData<string, string, OperatorRole> WithRole =>
    [
        .. from role in Enum.GetValues<OperatorRole>()
           from request in Requests(role.ToString())
           select (request.Method, request.Path, role),
    ];

    [Fact]
    public void Every_function_is_listed_with_its_access() => Assert.Equal(
        Listed.Select(line => $"{line.Key} is {line.Value}").Order(StringComparer.Ordinal),
        AppFunction.All.Select(function => $"{function.Name} is {function.Access}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(WithRole))]
    public async Task Function_answers_callers_of_its_role_and_above_and_nobody_else(
        string method, string path, OperatorRole role)
    {
        (await app.SendAsAsync(role: null, method, path)).Expecting(HttpStatusCode.Unauthorized);
        foreach (var caller in Enum.GetValues<OperatorRole>().Where(caller => caller < role))
            (await app.SendAsAsync(caller, method, path)).IsProblem(HttpStatusCode.Forbidden);
        foreach (var caller in Enum.GetValues<OperatorRole>().Where(caller => caller >= role))
        {
            var answer = await app.SendAsAsync(caller, method, path);
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.Status);
            Assert.NotEqual(HttpStatusCode.Forbidden, answer.Status);
        }
    }

    [Theory]
    [MemberData(nameof(WithRole))]
    public async Task Wrong_machine_key_is_401_and_the_right_one_is_an_administrator(
        string method, string path, OperatorRole role)
    {
        foreach (var key in new[] { "wrong", $"{AppHost.Key}0", AppHost.Key.ToUpperInvariant() })
            (await SendWithKeyAsync(method, path, key)).IsProblem(HttpStatusCode.Unauthorized);

        var answer = await SendWithKeyAsync(method, path, AppHost.Key);

        Assert.True(
            answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
            $"The function of the role {role} answered {answer.Status}.");
    }

    [Theory]
    [MemberData(nameof(With), "signed")]
    public async Task Webhook_without_a_signature_is_refused_with_and_without_the_key(string method, string path)
    {
        foreach (var key in new[] { null, AppHost.Key })
        {
            var answer = await SendWithKeyAsync(method, path, key);
            Assert.Contains(answer.Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
        }
    }

    [Theory]
    [MemberData(nameof(With), "public")]
    public async Task Public_function_needs_no_credentials(string method, string path)
    {
        var answer = await app.SendAsAsync(role: null, method, path);

        // Signing in is public, and refuses a body that is no token.
        if (path != "/api/session") Assert.NotEqual(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Machine_key_in_the_query_is_accepted() =>
        (await app.SendAsAsync(role: null, "GET", $"/api/groups?code={AppHost.Key}")).Expecting(HttpStatusCode.OK);

    [Theory]
    [InlineData("GET", "/runtime/webhooks/durabletask/instances")]
    [InlineData("POST", "/runtime/webhooks/durabletask/instances/x/raiseEvent/Cancel")]
    public async Task Management_of_orchestrations_needs_the_key_of_the_host(string method, string path) =>
        (await app.SendAsAsync(OperatorRole.Administrator, method, path)).Expecting(HttpStatusCode.Unauthorized);

    static IEnumerable<(string Method, string Path)> Requests(string access) =>
        from function in AppFunction.OverHttp
        where Listed.GetValueOrDefault(function.Name) == access
        from method in function.Methods
        select (method, SamplePath(function.Route!));

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
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    async Task<ApiAnswer> SendWithKeyAsync(string method, string path, string? key)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = app.Client.BaseAddress,
        };
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        using var response = await client.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }
}
