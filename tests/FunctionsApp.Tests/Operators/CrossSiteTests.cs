using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Operators;

public sealed class CrossSiteTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Change_without_the_token_of_the_session_is_403(string? token)
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        browser.CsrfToken = token;

        (await CreateStaffAsync(browser)).Api.IsProblem(HttpStatusCode.Forbidden);
        (await browser.SendAsync("DELETE", "/api/session")).Api.IsProblem(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/api/session")).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_of_another_session_is_403()
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.SignedInAsync(app, token);
        using var other = await BrowserClient.SignedInAsync(app, token);

        browser.CsrfToken = other.CsrfToken;

        (await CreateStaffAsync(browser)).Api.IsProblem(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Created)]
    [InlineData("none", HttpStatusCode.Created)]
    public async Task Change_that_comes_from_another_site_is_403(string site, HttpStatusCode status)
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);

        (await CreateStaffAsync(browser, ("Sec-Fetch-Site", site))).Expecting(status);
    }

    [Fact]
    public async Task Sign_in_that_comes_from_another_site_is_403()
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);

        var refused = await browser.SignInAsync(token, ("Sec-Fetch-Site", "cross-site"));

        refused.Api.IsProblem(HttpStatusCode.Forbidden);
        Assert.Null(refused.SetCookie);
    }

    [Fact]
    public async Task Machine_key_and_token_need_no_token_of_a_session()
    {
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);

        (await CreateStaffAsync(browser, ("x-functions-key", AppHost.Key))).Expecting(HttpStatusCode.Created);
        (await CreateStaffAsync(browser, ("Authorization", $"Bearer {token}"))).Expecting(HttpStatusCode.Created);
    }

    Task<BrowserAnswer> CreateStaffAsync(BrowserClient browser, params (string Name, string Value)[] headers) =>
        browser.SendAsync(
            "POST", "/api/staff", new JsonObject { ["id"] = app.NewId("staff"), ["name"] = "小周" }, headers);
}
