using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Contract;

namespace FunctionsApp.Tests.Operators;

/// <summary>An answer with its headers.</summary>
sealed record BrowserAnswer(ApiAnswer Api, string? SetCookie, TimeSpan? RetryAfter)
{
    /// <summary>The header <c>WWW-Authenticate</c>; empty without it.</summary>
    public string Challenge { get; init; } = "";

    public BrowserAnswer Expecting(HttpStatusCode status)
    {
        Api.Expecting(status);
        return this;
    }
}

/// <summary>
/// A browser without a machine key. It keeps the cookie of its session and sends its token with changes.
/// </summary>
sealed class BrowserClient : IDisposable
{
    readonly HttpClient http;

    BrowserClient(HttpClient http) => this.http = http;

    /// <summary>The cookie as <c>name=value</c>; null before the sign-in.</summary>
    public string? Cookie { get; private set; }

    public string? CsrfToken { get; set; }

    public static async Task<BrowserClient> OpenAsync(AppHost app) => new(new HttpClient(
        new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Contract = await ApiContract.LoadAsync(app.Services),
        })
    {
        BaseAddress = app.Client.BaseAddress,
    });

    /// <summary>A browser in which the owner of the token is signed in.</summary>
    public static async Task<BrowserClient> SignedInAsync(AppHost app, string token)
    {
        var browser = await OpenAsync(app);
        (await browser.SignInAsync(token)).Expecting(HttpStatusCode.OK);
        return browser;
    }

    public async Task<BrowserAnswer> SignInAsync(string token, params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync("POST", "/api/session", new JsonObject { ["token"] = token }, headers);
        if (answer.Api.Status is not HttpStatusCode.OK) return answer;
        Cookie = answer.SetCookie!.Split(';')[0];
        CsrfToken = answer.Api.Json.GetProperty("csrfToken").GetString();
        return answer;
    }

    public async Task<ApiAnswer> GetAsync(string path) => (await SendAsync("GET", path)).Api;

    public async Task<BrowserAnswer> SendAsync(
        string method, string path, JsonObject? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = AppHost.Json(body);
        if (Cookie is not null) request.Headers.Add("Cookie", Cookie);
        if (CsrfToken is not null && method != "GET") request.Headers.Add("x-csrf-token", CsrfToken);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.Single() : null;
        return new(await ApiAnswer.ReadAsync(response), cookie, response.Headers.RetryAfter?.Delta)
        {
            Challenge = $"{response.Headers.WwwAuthenticate}",
        };
    }

    public void Dispose() => http.Dispose();
}
