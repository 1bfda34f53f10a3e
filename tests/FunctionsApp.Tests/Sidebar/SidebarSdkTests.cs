using System.Net;
using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Tests.Events.WeCom;
using FunctionsApp.Tests.Messaging.WeCom;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>Signatures of the JS-SDK.</summary>
public sealed class SidebarSdkTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    const string Page = "https://brand.example.com/sidebar?from=chat";

    [Fact]
    public async Task Page_of_the_public_address_is_signed_with_both_tickets()
    {
        using var browser = await SignedInAsync();

        var signed = (await browser.GetAsync($"/sidebar/sdk?url={Uri.EscapeDataString($"{Page}#tasks")}"))
            .Expecting(HttpStatusCode.OK).Json;

        Assert.Equal(WeComHost.CorpId, signed.GetProperty("corpId").GetString());
        Assert.Equal(WeComHost.AgentId, signed.GetProperty("agentId").GetInt32());
        var (nonce, timestamp) = (signed.GetProperty("nonce").GetString(), signed.GetProperty("timestamp").GetInt64());
        Assert.Equal(app.Now.ToUnixTimeSeconds(), timestamp);
        Assert.Equal(
            [SignatureOf("corp", nonce!, timestamp), SignatureOf("agent", nonce!, timestamp)],
            new[] { "configSignature", "agentSignature" }.Select(name => signed.GetProperty(name).GetString()));
    }

    [Theory]
    [InlineData("https://evil.example.com/sidebar")]
    [InlineData("https://brand.example.com.evil.com/sidebar")]
    [InlineData("https://brand.example.com:8443/sidebar")]
    [InlineData("http://brand.example.com/sidebar")]
    [InlineData("https://user@brand.example.com/sidebar")]
    [InlineData("/sidebar")]
    [InlineData("")]
    public async Task Page_of_another_origin_is_400(string url)
    {
        using var browser = await SignedInAsync();

        (await browser.GetAsync($"/sidebar/sdk?url={Uri.EscapeDataString(url)}")).Names("url");
    }

    [Fact]
    public async Task Tickets_are_asked_for_once_until_they_end()
    {
        using var browser = await SignedInAsync();
        await SignAsync(browser);
        var before = (app.Platform.CountOf("get_jsapi_ticket"), app.Platform.CountOf("ticket/get"));

        await SignAsync(browser);
        await app.AdvanceAsync(TimeSpan.FromMinutes(60));
        await SignAsync(browser);
        var meanwhile = (app.Platform.CountOf("get_jsapi_ticket"), app.Platform.CountOf("ticket/get"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(60));
        await SignAsync(browser);

        Assert.Equal(before, meanwhile);
        Assert.Equal(
            (before.Item1 + 1, before.Item2 + 1),
            (app.Platform.CountOf("get_jsapi_ticket"), app.Platform.CountOf("ticket/get")));
    }

    [Fact]
    public async Task No_code_ticket_token_or_session_is_in_the_log()
    {
        var (_, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.OpenAsync(app);
        var (code, state) = (app.Platform.Staff.SignIn(account), await browser.BeginAsync());
        (await browser.ReturnAsync(code, state)).Api.Expecting(HttpStatusCode.OK);
        await SignAsync(browser);

        Assert.NotEmpty(app.Lines);
        foreach (var secret in new[] { code, state, "fake-ticket", "fake-token", browser.Cookies["sidebar-session"] })
            Assert.DoesNotContain(app.Lines, line => $"{line}".Contains(secret, StringComparison.Ordinal));
    }

    static async Task SignAsync(SidebarBrowser browser) =>
        (await browser.GetAsync($"/sidebar/sdk?url={Uri.EscapeDataString(Page)}")).Expecting(HttpStatusCode.OK);

    async Task<SidebarBrowser> SignedInAsync() =>
        await SidebarBrowser.SignedInAsync(app, (await app.StaffAsync()).Account);

#pragma warning disable CA5350 // the platform prescribes SHA-1
    static string SignatureOf(string ticket, string nonce, long timestamp) => Convert.ToHexStringLower(
        SHA1.HashData(Encoding.UTF8.GetBytes(
            $"jsapi_ticket=fake-ticket-{ticket}-of-{WeComHost.CorpId}&noncestr={nonce}"
                + $"&timestamp={timestamp}&url={Page}")));
#pragma warning restore CA5350
}
