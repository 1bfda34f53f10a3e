using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Contract;
using FunctionsApp.Tests.Events.WeCom;
using Microsoft.AspNetCore.WebUtilities;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>An answer with the headers that the sidebar sets.</summary>
sealed record SidebarAnswer(ApiAnswer Api, IReadOnlyList<string> SetCookies, string Policy);

/// <summary>A browser of a staff member. It keeps cookies and sends the token of the session with changes.</summary>
sealed class SidebarBrowser : IDisposable
{
    readonly LiveWeComHost app;
    readonly HttpClient http;
    readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    SidebarBrowser(LiveWeComHost app, HttpClient http) => (this.app, this.http) = (app, http);

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public string? CsrfToken { get; set; }

    public static async Task<SidebarBrowser> OpenAsync(LiveWeComHost app) => new(app, new HttpClient(
        new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Contract = await ApiContract.LoadAsync(app.Services),
        })
    {
        BaseAddress = app.Client.BaseAddress,
    });

    /// <summary>A browser in which the person with this account is signed in.</summary>
    public static async Task<SidebarBrowser> SignedInAsync(LiveWeComHost app, string account)
    {
        var browser = await OpenAsync(app);
        (await browser.ReturnAsync(app.Platform.Staff.SignIn(account), await browser.BeginAsync())).Api
            .Expecting(HttpStatusCode.OK);
        browser.CsrfToken = (await browser.GetAsync("/sidebar/session")).Expecting(HttpStatusCode.OK).Json
            .GetProperty("csrfToken").GetString();
        return browser;
    }

    /// <summary>Opens the page, which leads to the platform; the state that the platform sends back.</summary>
    public async Task<string> BeginAsync()
    {
        var opened = (await SendAsync("GET", "/sidebar")).Api.Expecting(HttpStatusCode.Redirect);
        return QueryHelpers.ParseQuery(new Uri(opened.Location!).Query)["state"]!;
    }

    /// <summary>The way back from the platform.</summary>
    public Task<SidebarAnswer> ReturnAsync(string code, string state) =>
        SendAsync("GET", $"/sidebar/callback?code={code}&state={state}");

    public async Task<ApiAnswer> GetAsync(string path) => (await SendAsync("GET", path)).Api;

    public async Task<ApiAnswer> PostAsync(string path, params (string Name, string Value)[] headers) =>
        (await SendAsync("POST", path, headers)).Api;

    public async Task<ApiAnswer> PostAsync(string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = AppHost.Json(body) };
        return (await SendAsync(request)).Api;
    }

    public async Task<SidebarAnswer> SendAsync(
        string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    async Task<SidebarAnswer> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (CsrfToken is not null && request.Method != HttpMethod.Get) request.Headers.Add("x-csrf-token", CsrfToken);
        using var response = await http.SendAsync(request);
        var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.ToList() : [];
        foreach (var cookie in set) Keep(cookie);
        var policy = response.Headers.TryGetValues("Content-Security-Policy", out var found) ? found.Single() : "";
        return new(await ApiAnswer.ReadAsync(response), set, policy);
    }

    /// <summary>Sets a cookie by hand.</summary>
    public void Keep(string cookie)
    {
        var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var key, var text] ? (key, text) : (cookie, "");
        if (value.Length > 0) cookies[name] = value;
        else cookies.Remove(name);
    }

    public void Dispose() => http.Dispose();
}
