using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Events.WeCom;
using FunctionsApp.Tests.Messaging.WeCom;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>Staff sign in by the OAuth of the platform.</summary>
public sealed class SidebarSignInTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    const string Back = "https%3A%2F%2Fbrand.example.com%2Fsidebar%2Fcallback";

    [Fact]
    public async Task Page_leads_to_the_platform_with_a_state_that_is_bound_to_the_browser()
    {
        using var browser = await SidebarBrowser.OpenAsync(app);

        var opened = await browser.SendAsync("GET", "/sidebar");

        var location = opened.Api.Expecting(HttpStatusCode.Redirect).Location!;
        var state = location.Split("&state=")[1].Split('&')[0];
        Assert.Equal(
            "https://open.weixin.qq.com/connect/oauth2/authorize"
                + $"?appid={WeComHost.CorpId}&redirect_uri={Back}&response_type=code&scope=snsapi_base"
                + $"&state={state}&agentid={WeComHost.AgentId}#wechat_redirect",
            location);
        var cookie = Assert.Single(opened.SetCookies);
        Assert.StartsWith("sidebar-state=", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=600; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(state, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_secure_unless_the_page_is_on_loopback()
    {
        using var browser = await SidebarBrowser.OpenAsync(app);

        var opened = await browser.SendAsync("GET", "/sidebar", ("Host", "brand.example.com"));

        var cookie = Assert.Single(opened.SetCookies);
        Assert.StartsWith("__Host-sidebar-state=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_member_gets_a_session_and_a_page_that_goes_on_by_itself()
    {
        var (id, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.OpenAsync(app);

        var back = await browser.ReturnAsync(app.Platform.Staff.SignIn(account), await browser.BeginAsync());
        var session = (await browser.GetAsync("/sidebar/session")).Expecting(HttpStatusCode.OK).Json;
        var page = await browser.SendAsync("GET", "/sidebar");

        Assert.Contains(
            """<meta http-equiv="refresh" content="0;url=/sidebar">""",
            back.Api.Expecting(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
        var cookie = Assert.Single(
            back.SetCookies, cookie => cookie.StartsWith("sidebar-session=st_", StringComparison.Ordinal));
        Assert.Contains("max-age=604800; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(
            (id, "林小雨", app.Now.AddHours(12)),
            (session.GetProperty("staffId").GetString(),
                session.GetProperty("name").GetString(),
                session.GetProperty("expiresAt").GetDateTimeOffset()));
        Assert.NotEqual(HttpStatusCode.Redirect, page.Api.Status);
        Assert.Contains(
            "script-src 'self' https://res.wx.qq.com https://open.work.weixin.qq.com;",
            page.Policy,
            StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", back.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_is_the_same_in_capital_letters()
    {
        var (_, account) = await app.StaffAsync();

        using var browser = await SidebarBrowser.SignedInAsync(app, account.ToUpperInvariant());

        (await browser.GetAsync("/sidebar/work")).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task State_of_another_browser_is_refused()
    {
        var (_, account) = await app.StaffAsync();
        using var attacker = await SidebarBrowser.OpenAsync(app);
        using var victim = await SidebarBrowser.OpenAsync(app);
        await victim.BeginAsync();

        var refused = await victim.ReturnAsync(app.Platform.Staff.SignIn(account), await attacker.BeginAsync());

        refused.Api.Expecting(HttpStatusCode.BadRequest);
        Assert.Empty(victim.Cookies);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Return_without_the_state_is_refused(string state)
    {
        var (_, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.OpenAsync(app);
        await browser.BeginAsync();

        (await browser.ReturnAsync(app.Platform.Staff.SignIn(account), state)).Api
            .Expecting(HttpStatusCode.BadRequest);

        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Return_that_is_sent_again_is_refused()
    {
        var (_, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.OpenAsync(app);
        var (code, state) = (app.Platform.Staff.SignIn(account), await browser.BeginAsync());
        var cookie = $"sidebar-state={browser.Cookies["sidebar-state"]}";
        (await browser.ReturnAsync(code, state)).Api.Expecting(HttpStatusCode.OK);

        (await browser.ReturnAsync(code, state)).Api.Expecting(HttpStatusCode.BadRequest);

        // Who kept the cookie has no second code.
        browser.Keep(cookie);
        (await browser.ReturnAsync(code, state)).Api.Expecting(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Person_who_is_no_staff_member_is_told_what_to_do()
    {
        using var browser = await SidebarBrowser.OpenAsync(app);

        var refused = await browser.ReturnAsync(app.Platform.Staff.SignIn("stranger"), await browser.BeginAsync());

        Assert.Contains("设置 → 员工", refused.Api.Expecting(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
        (await browser.GetAsync("/sidebar/session")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Platform_that_does_not_answer_is_told()
    {
        var (_, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.OpenAsync(app);
        var state = await browser.BeginAsync();
        app.Platform.Faults.Fail("auth/getuserinfo", 60020);

        var away = await browser.ReturnAsync(app.Platform.Staff.SignIn(account), state);

        Assert.Contains("暂时没有回应", away.Api.Expecting(HttpStatusCode.ServiceUnavailable).Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Session_ends_when_it_is_not_used_for_twelve_hours_and_after_seven_days()
    {
        var (_, account) = await app.StaffAsync();
        using var idle = await SidebarBrowser.SignedInAsync(app, account);
        using var busy = await SidebarBrowser.SignedInAsync(app, account);

        for (var hours = 0; hours < 7 * 24; hours += 6)
        {
            (await busy.GetAsync("/sidebar/session")).Expecting(HttpStatusCode.OK);
            await app.AdvanceAsync(TimeSpan.FromHours(6));
        }

        (await busy.GetAsync("/sidebar/session")).IsProblem(HttpStatusCode.Unauthorized);
        (await idle.GetAsync("/sidebar/session")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Staff_member_who_leaves_loses_access_at_once()
    {
        var (id, account) = await app.StaffAsync();
        using var browser = await SidebarBrowser.SignedInAsync(app, account);
        (await browser.GetAsync("/sidebar/work")).Expecting(HttpStatusCode.OK);

        (await app.EditStaffAsync(id, new JsonObject { ["weComUserId"] = null })).Expecting(HttpStatusCode.OK);

        (await browser.GetAsync("/sidebar/work")).IsProblem(HttpStatusCode.Unauthorized);
        (await browser.ReturnAsync(app.Platform.Staff.SignIn(account), await browser.BeginAsync())).Api
            .Expecting(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Account_that_another_person_has_now_opens_their_sidebar_and_not_the_old_one()
    {
        var (before, account) = await app.StaffAsync();
        var (after, _) = await app.StaffAsync();
        using var browser = await SidebarBrowser.SignedInAsync(app, account);
        (await app.EditStaffAsync(before, new JsonObject { ["weComUserId"] = app.NewId("account") }))
            .Expecting(HttpStatusCode.OK);
        (await app.EditStaffAsync(after, new JsonObject { ["weComUserId"] = account })).Expecting(HttpStatusCode.OK);

        (await browser.GetAsync("/sidebar/session")).IsProblem(HttpStatusCode.Unauthorized);
        using var again = await SidebarBrowser.SignedInAsync(app, account);

        Assert.Equal(
            after, (await again.GetAsync("/sidebar/session")).Json.GetProperty("staffId").GetString());
    }
}
