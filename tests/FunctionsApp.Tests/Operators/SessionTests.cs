using System.Net;
using System.Text.Json.Nodes;
using Community.Operators;
using Community.Platform;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Operators;

public sealed class SessionTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Signed_in_operator_is_known_until_the_sign_out()
    {
        var operatorOf = await app.OperatorAsync(OperatorRole.Operator);
        using var browser = await BrowserClient.OpenAsync(app);

        var signedIn = (await browser.SignInAsync(operatorOf.Token)).Expecting(HttpStatusCode.OK).Api.Json;
        var shown = (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK).Json;

        Assert.Equal(signedIn.GetRawText(), shown.GetRawText());
        var shownOperator = shown.GetProperty("operator");
        Assert.Equal(operatorOf.Id, shownOperator.GetProperty("id").GetString());
        Assert.Equal(operatorOf.Name, shownOperator.GetProperty("name").GetString());
        Assert.Equal("Operator", shownOperator.GetProperty("role").GetString());
        Assert.Equal(app.Now.AddHours(12), shown.GetProperty("expiresAt").GetDateTimeOffset());

        var signedOut = (await browser.SendAsync("DELETE", "/api/session")).Expecting(HttpStatusCode.NoContent);

        Assert.Contains("max-age=0", signedOut.SetCookie, StringComparison.Ordinal);
        (await browser.GetAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/api/groups")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sign_out_ends_the_session_and_no_other_one()
    {
        var token = (await app.OperatorAsync()).Token;
        using var first = await BrowserClient.SignedInAsync(app, token);
        using var second = await BrowserClient.SignedInAsync(app, token);

        (await first.SendAsync("DELETE", "/api/session")).Expecting(HttpStatusCode.NoContent);

        (await second.GetAsync("/api/session")).Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("op_wrong")]
    [InlineData("op_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Wrong_token_is_401_without_a_cookie(string token)
    {
        using var browser = await BrowserClient.OpenAsync(app);

        var refused = await browser.SignInAsync(token);

        refused.Api.IsProblem(HttpStatusCode.Unauthorized);
        Assert.Null(refused.SetCookie);
    }

    [Fact]
    public async Task Session_that_is_not_used_for_twelve_hours_is_over()
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        await app.AdvanceAsync(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(12));

        (await browser.GetAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Session_is_over_after_seven_days_however_much_it_is_used()
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        for (var halfDay = 0; halfDay < 14; halfDay++)
        {
            (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK);
            await app.AdvanceAsync(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        }

        var last = (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK).Json;
        var end = app.Now.AddSeconds(14);
        Assert.Equal(end, last.GetProperty("expiresAt").GetDateTimeOffset());
        await app.AdvanceAsync(TimeSpan.FromSeconds(14));
        (await browser.GetAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task New_token_ends_the_old_one_and_all_sessions_at_once()
    {
        var operatorOf = await app.OperatorAsync();
        using var browser = await BrowserClient.SignedInAsync(app, operatorOf.Token);

        var token = await app.ReplaceTokenAsync(operatorOf.Id);

        (await browser.GetAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(operatorOf.Token)).Api.IsProblem(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(token)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Removal_ends_token_and_sessions_at_once()
    {
        var operatorOf = await app.OperatorAsync(OperatorRole.Viewer);
        using var browser = await BrowserClient.SignedInAsync(app, operatorOf.Token);

        (await app.RemoveOperatorAsync(operatorOf.Id)).Expecting(HttpStatusCode.NoContent);

        (await browser.GetAsync("/api/session")).IsProblem(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(operatorOf.Token)).Api.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task New_role_and_name_hold_at_once_in_a_session()
    {
        var operatorOf = await app.OperatorAsync(OperatorRole.Operator);
        await app.OperatorAsync();
        using var browser = await BrowserClient.SignedInAsync(app, operatorOf.Token);
        var staff = new JsonObject { ["id"] = app.NewId("staff"), ["name"] = "小周" };
        (await browser.SendAsync("POST", "/api/staff", staff)).Expecting(HttpStatusCode.Created);

        (await app.EditOperatorAsync(operatorOf.Id, new JsonObject { ["role"] = "Viewer", ["name"] = "改名" }))
            .Expecting(HttpStatusCode.OK);

        (await browser.SendAsync("POST", "/api/staff", staff)).Api.IsProblem(HttpStatusCode.Forbidden);
        var shown = (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK).Json.GetProperty("operator");
        Assert.Equal("改名", shown.GetProperty("name").GetString());
        Assert.Equal("Viewer", shown.GetProperty("role").GetString());
    }

    [Fact]
    public async Task Machine_key_has_no_session()
    {
        (await app.GetAsync("/api/session")).IsProblem(HttpStatusCode.NotFound);
        (await app.SendAsync(HttpMethod.Delete, "/api/session", body: null)).IsProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("localhost", "session", false)]
    [InlineData("127.0.0.1:7071", "session", false)]
    [InlineData("[::1]:7071", "session", false)]
    [InlineData("brand.example.com", "__Host-session", true)]
    [InlineData("localhost.example.com", "__Host-session", true)]
    public async Task Cookie_is_secure_except_on_loopback(string host, string name, bool isSecure)
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);

        var cookie = (await browser.SignInAsync(token, ("Host", host))).Expecting(HttpStatusCode.OK).SetCookie!;

        Assert.StartsWith($"{name}=se_", cookie, StringComparison.Ordinal);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
        foreach (var flag in new[] { "; httponly", "; samesite=strict", "; path=/" })
            Assert.Contains(flag, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
        (await browser.SendAsync("GET", "/api/session", body: null, ("Host", host))).Expecting(HttpStatusCode.OK);
    }
}
