using System.Net;
using Community.Pushes.Occurrences;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Insights.Pushes;

public sealed class PushResultsTests(MemberLinkHost app) : IClassFixture<MemberLinkHost>
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Results_hold_members_clicks_joins_leaves_and_orders_after_the_push()
    {
        await using var alone = await StartAsync();
        var group = await alone.DailyGroupAsync(members: 12);
        await alone.AdvanceAsync((3 * Day) + TimeSpan.FromHours(2));
        var push = (await alone.PastPushesAsync(group))[0];

        await alone.FollowAsync(group, browsers: 3);
        await alone.JoinAsync(group, "late-1");
        await alone.LeaveAllAsync(group, first: 0, count: 2);
        var code = (await alone.LinkAsync(group))[^10..];
        await alone.SendStandardAsync(SampleShopMessages.Paid("o1", alone.Now, linkCode: code));
        var young = await alone.ResultsAsync(push.Id);
        await alone.AdvanceAsync(Day);
        var results = await alone.ResultsAsync(push.Id);

        Assert.Equal((false, null), (young.Complete, young.Flagged));
        Assert.True(results.Complete);
        Assert.Equal((push.Id, group, push.ContentId, 1), (
            results.PushId, results.GroupId, results.ContentId, results.Variant));
        Assert.Equal((12, 3, 3, null), (results.Members, results.Clicks, results.UniqueClicks, results.Replies));
        // The group is three days old, and its twelve members joined an hour and a half before the first push.
        Assert.Equal((1, 0, 3), (results.Joins!.After24h, results.Joins.MeanBefore, results.Joins.Days));
        Assert.Equal((2, 0, 3), (results.Leaves!.After24h, results.Leaves.MeanBefore, results.Leaves.Days));
        Assert.Equal((1, 5_990), (results.Orders, results.Revenue!.Single));
    }

    [Fact]
    public async Task Leaves_above_the_range_flag_the_push_before_them()
    {
        await using var alone = await StartAsync();
        var group = await alone.DailyGroupAsync(members: 30);
        await alone.AdvanceAsync((8 * Day) + TimeSpan.FromHours(2));

        await alone.LeaveAllAsync(group, first: 0, count: 12);
        var pushes = await alone.PastPushesAsync(group);
        var (last, before) = (await alone.ResultsAsync(pushes[0].Id), await alone.ResultsAsync(pushes[1].Id));

        Assert.True(last.Flagged);
        Assert.Equal((12, 0, 8), (last.LeaveCheck!.Leaves, last.LeaveCheck.ExpectedLow, last.LeaveCheck.Days));
        Assert.InRange(last.LeaveCheck.ExpectedHigh!.Value, 0, 3);
        Assert.Equal((false, 0), (before.Flagged, before.LeaveCheck!.Leaves));
    }

    [Fact]
    public async Task Replies_are_the_messages_of_members_until_the_next_push()
    {
        await using var alone = await StartAsync();
        var group = await alone.DailyGroupAsync(members: 3);
        await alone.PostMessageAsync(group, "member-1", "大家早");
        await alone.AdvanceAsync(TimeSpan.FromHours(2));
        var push = (await alone.PastPushesAsync(group))[0];
        var silent = await alone.ResultsAsync(push.Id);

        foreach (var member in new[] { "member-1", "member-1", "member-2" })
            await alone.PostMessageAsync(group, member, "这个方法好");
        await alone.AdvanceAsync(Day);
        await alone.PostMessageAsync(group, "member-1", "明天讲什么");

        Assert.Equal((0, 3), (silent.Replies, (await alone.ResultsAsync(push.Id)).Replies));
        Assert.Equal(1, (await alone.ResultsAsync((await alone.PastPushesAsync(group))[0].Id)).Replies);

        await alone.AdvanceAsync(15 * Day);
        Assert.Null((await alone.ResultsAsync(push.Id)).Replies);
        // All messages are deleted, so nothing is known of the latest push either.
        Assert.Null((await alone.ResultsAsync((await alone.PastPushesAsync(group))[0].Id)).Replies);
    }

    [Fact]
    public async Task Browser_that_follows_a_link_again_is_one_unique_click()
    {
        var group = await app.DailyGroupAsync(members: 2);
        await app.AdvanceAsync(Day);

        await app.ClickAsync(await app.LinkAsync(group), times: 3);
        await app.FollowAsync(group, browsers: 1);

        var results = await app.ResultsAsync((await app.PastPushesAsync(group))[0].Id);
        Assert.Equal((4, 2), (results.Clicks, results.UniqueClicks));
    }

    [Fact]
    public async Task Cookie_of_a_click_names_nobody_and_goes_to_this_link_alone()
    {
        var group = await app.DailyGroupAsync(members: 1);
        await app.AdvanceAsync(Day);
        var path = new Uri(await app.LinkAsync(group)).AbsolutePath;
        using var anonymous = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(anonymous) { BaseAddress = app.Client.BaseAddress };

        var answer = await client.GetAsync(path);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("followed=1;", cookie, StringComparison.Ordinal);
        Assert.Contains($"path={path};", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_that_was_not_sent_has_no_figures()
    {
        var group = await app.DailyGroupAsync(members: 1);
        var push = (await app.PushesAsync(group))[0];
        (await app.CommandAsync(push.Id, "skip")).Expecting(HttpStatusCode.OK);

        var results = await app.ResultsAsync(push.Id);

        Assert.Equal((PushState.Skipped, null, null), (results.State, results.SentAt, results.Complete));
        Assert.Equal((null, null, null), (results.Members, results.UniqueClicks, results.Leaves));
        Assert.Equal((null, null, null), (results.Flagged, results.Orders, results.Revenue));
    }

    [Theory]
    [InlineData("no-push")]
    [InlineData("group-1~202612011030-0123456789ab")]
    public async Task Unknown_push_is_not_found(string id) =>
        (await app.GetAsync($"/api/pushes/{id}/results")).Expecting(HttpStatusCode.NotFound);

    static Task<AppHost> StartAsync() => AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
}
