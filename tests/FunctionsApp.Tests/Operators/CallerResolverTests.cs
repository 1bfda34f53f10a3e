using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;
using TestSupport.HostCosts;

namespace FunctionsApp.Tests.Operators;

public sealed class CallerResolverTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string> Rubbish => new()
    {
        { "x-functions-key", "" },
        { "x-functions-key", "wrong" },
        { "x-functions-key", new string('k', 8000) },
        { "x-operator-token", "" },
        { "x-operator-token", "op_" },
        { "x-operator-token", "op_" + new string('/', 43) },
        { "x-operator-token", new string('o', 8000) },
        { "Authorization", "Bearer op_" },
        { "Authorization", "Bearer op_../../x#?" },
        { "Cookie", "session=" },
        { "Cookie", "session=se_" },
        { "Cookie", "session=" + new string('s', 8000) },
        { "Cookie", "session=se_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        { "Cookie", string.Join("; ", Enumerable.Range(0, 300).Select(i => $"session=se_{i}")) },
        { "Cookie", "session=op_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; ;;=; =x" },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_is_401(string header, string value)
    {
        using var browser = await BrowserClient.OpenAsync(app);

        (await browser.SendAsync("GET", "/api/groups", body: null, (header, value)))
            .Api.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/api/groups")]
    [InlineData("POST", "/api/session")]
    [InlineData("GET", "/local/clock")]
    public async Task Answer_401_names_the_scheme_of_tokens(string method, string path)
    {
        using var browser = await BrowserClient.OpenAsync(app);
        var body = method == "POST" ? new JsonObject { ["token"] = "op_wrong" } : null;

        var answer = (await browser.SendAsync(method, path, body)).Expecting(HttpStatusCode.Unauthorized);

        Assert.Equal("Bearer", answer.Challenge);
    }

    [Theory]
    [InlineData("Authorization", "Bearer {0}")]
    [InlineData("Authorization", "bearer {0}")]
    [InlineData("x-operator-token", "{0}")]
    public async Task Token_is_taken_from_either_header(string header, string format)
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);
        var value = format.Replace("{0}", token, StringComparison.Ordinal);

        (await browser.SendAsync("GET", "/api/groups", body: null, (header, value))).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_of_App_Service_authentication_is_not_ours()
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        (await browser.SendAsync("GET", "/api/groups", body: null, ("Authorization", "Bearer eyJhbGciOi.e30.x")))
            .Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("x-functions-key", "wrong")]
    [InlineData("x-operator-token", "op_wrong")]
    public async Task Wrong_credential_is_401_whatever_else_the_request_has(string header, string value)
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        (await browser.SendAsync("GET", "/api/groups", body: null, (header, value)))
            .Api.IsProblem(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/api/groups?code=wrong")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Id_of_a_session_is_no_token_and_a_token_no_session()
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.SignedInAsync(app, token);
        var id = browser.Cookie!.Split('=')[1];
        using var other = await BrowserClient.OpenAsync(app);

        (await other.SendAsync("GET", "/api/groups", body: null, ("x-operator-token", id)))
            .Api.IsProblem(HttpStatusCode.Unauthorized);
        (await other.SendAsync("GET", "/api/groups", body: null, ("Cookie", $"session={token}")))
            .Api.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Caller_costs_no_storage_request_with_a_machine_key_and_one_otherwise()
    {
        var counter = new StorageRequestCounter();
        await using var own = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => counter.AddTo(builder.Services),
        });
        var token = (await own.OperatorAsync()).Token;
        using var browser = await BrowserClient.SignedInAsync(own, token);
        using var anonymous = await BrowserClient.OpenAsync(own);

        Assert.Equal(0, await CostAsync(() => own.GetAsync("/api/push-templates")));
        Assert.Equal(1, await CostAsync(() => browser.GetAsync("/api/push-templates")));
        Assert.Equal(1, await CostAsync(() => anonymous.SendAsync(
            "GET", "/api/push-templates", body: null, ("x-operator-token", token))));

        async Task<double> CostAsync(Func<Task> send)
        {
            var before = counter.Counts.Values.Sum();
            await send();
            return counter.Counts.Values.Sum() - before;
        }
    }
}
