using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Sidebar.Work;
using FunctionsApp.Tests.Events.WeCom;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>Introductions that the owner of a group enters in the sidebar.</summary>
public sealed class SidebarIntroductionTests : IClassFixture<LiveWeComHost>
{
    readonly LiveWeComHost app;

    // Before time passes the platform has to be there.
    public SidebarIntroductionTests(LiveWeComHost app) => Assert.NotNull((this.app = app).Platform);

    [Fact]
    public async Task Newcomer_is_listed_until_the_introduction_is_entered()
    {
        var (group, chat, account) = await OwnedGroupAsync();
        app.Platform.Groups.Join(chat, "wmOld", "老陈");
        await app.DeliverAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(4));
        app.Platform.Groups.Join(chat, "wmNew", "小林");
        await app.DeliverAsync();
        using var browser = await SidebarBrowser.SignedInAsync(app, account);

        var before = Assert.Single(await NewcomersAsync(browser, group));
        var entered = await EnterAsync(browser, group, "wmNew", "来自杭州，喜欢喝茶");

        Assert.Equal(("wmNew", "小林"), (before.MemberId, before.Name));
        Assert.Equal(["茶"], entered.Expecting(HttpStatusCode.OK).As<SidebarIntroductionView>().Interests);
        Assert.Empty(await NewcomersAsync(browser, group));
        Assert.Equal(["茶"], (await app.MembersAsync(group)).Single(member => member.MemberId == "wmNew").Interests);
    }

    [Fact]
    public async Task Group_of_another_owner_is_404()
    {
        using var browser = await SidebarBrowser.SignedInAsync(app, (await OwnedGroupAsync()).Account);
        var (other, chat, _) = await OwnedGroupAsync();
        app.Platform.Groups.Join(chat, "wmOther", "小周");
        await app.DeliverAsync();

        (await browser.GetAsync($"/sidebar/groups/{other}/newcomers")).Expecting(HttpStatusCode.NotFound);
        (await EnterAsync(browser, other, "wmOther", "喜欢喝茶")).Expecting(HttpStatusCode.NotFound);

        Assert.Null(Assert.Single(await app.MembersAsync(other)).IntroducedAt);
    }

    [Theory]
    [InlineData("wmNobody", "喜欢喝茶", "memberId")]
    [InlineData("wmNobody", "", "text")]
    public async Task Fault_of_the_body_is_named(string memberId, string text, string field)
    {
        var (group, _, account) = await OwnedGroupAsync();
        using var browser = await SidebarBrowser.SignedInAsync(app, account);

        (await EnterAsync(browser, group, memberId, text)).ExpectingInvalid(field);
    }

    async Task<(string Group, string Chat, string Account)> OwnedGroupAsync()
    {
        var (staff, account) = await app.StaffAsync();
        var (group, chat) = await app.BoundGroupAsync();
        var edit = new JsonObject { ["owner"] = staff, ["by"] = "小王" };
        (await app.SendAsync(HttpMethod.Patch, $"/api/groups/{group}", AppHost.Json(edit)))
            .Expecting(HttpStatusCode.OK);
        return (group, chat.Id, account);
    }

    static async Task<IReadOnlyList<SidebarNewcomerView>> NewcomersAsync(SidebarBrowser browser, string group) =>
        (await browser.GetAsync($"/sidebar/groups/{group}/newcomers"))
            .Expecting(HttpStatusCode.OK).As<SidebarNewcomersView>().Items;

    static Task<ApiAnswer> EnterAsync(SidebarBrowser browser, string group, string memberId, string text) =>
        browser.PostAsync(
            $"/sidebar/groups/{group}/introductions",
            new JsonObject { ["memberId"] = memberId, ["text"] = text });
}
