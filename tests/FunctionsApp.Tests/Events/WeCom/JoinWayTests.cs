using System.Net;
using Azure;
using FakeWeCom;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Acquisition.Standings;
using FunctionsApp.Tests.Pushes;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>The platform's QR code of a code: a scan of it is credited to the owner of the code.</summary>
public sealed class JoinWayTests(ScanEntryTests.SmallLimitHost host) : IClassFixture<ScanEntryTests.SmallLimitHost>
{
    const string Add = "externalcontact/groupchat/add_join_way";
    const string Delete = "externalcontact/groupchat/del_join_way";
    const string Read = "externalcontact/groupchat/get_join_way";

    const string Reload = "http-equiv=\"refresh\"";

    LiveWeComHost App => host.App;

    [Fact]
    public async Task Scan_of_the_image_on_the_page_of_a_participant_is_credited_to_the_participant()
    {
        var (group, _) = await App.BoundGroupAsync();
        var (campaign, _) = await App.CampaignAsync(group);
        var code = (await App.ParticipantAsync(campaign, "wmOwner")).Code;
        Assert.Null(await VisitAsync(code));

        var image = await VisitAsync(code);

        var way = Assert.Single(WaysOf(code));
        Assert.Equal($"https://p.qlogo.cn/fake/{way.ConfigId}", image);
        Assert.False(way.CreatesGroups);
        Assert.Contains($"src=\"{image}\"", (await App.LandAsync(code, "text/html")).Text, StringComparison.Ordinal);
        Assert.NotNull(App.Platform.JoinWays.Scan(way.ConfigId, "wmInvitee", "小林"));
        await App.DeliverAsync();
        var member = Assert.Single(await App.MembersAsync(group));
        Assert.Equal(("wmInvitee", code), (member.MemberId, member.Code));
        Assert.Equal(1, (await App.StandingAsync(campaign, "wmOwner")).Credits);
    }

    [Fact]
    public async Task Page_of_the_first_visit_reloads_itself_until_the_image_is_there()
    {
        var code = await CodeAsync();

        var first = await PageAsync(code);
        await App.RunUntilIdleAsync();
        var next = await PageAsync(code);

        Assert.Contains(Reload, first, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", first, StringComparison.Ordinal);
        Assert.Contains("src=\"https://p.qlogo.cn/fake/", next, StringComparison.Ordinal);
        Assert.DoesNotContain(Reload, next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_shows_the_join_link_when_the_platform_makes_no_image()
    {
        var code = await CodeAsync();
        App.Platform.Faults.Fail(Add, 45009);

        Assert.Contains(Reload, await PageAsync(code), StringComparison.Ordinal);
        await App.RunUntilIdleAsync();

        Assert.Contains("src=\"data:image/png", await PageAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_way_is_made_once_for_visitors_who_come_together_and_not_for_a_look_at_the_headers()
    {
        var code = await CodeAsync();
        await App.SendAsync(HttpMethod.Head, $"/g/{code}", null);
        await App.RunUntilIdleAsync();
        Assert.Empty(WaysOf(code));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => App.LandAsync(code)));
        await App.RunUntilIdleAsync();

        Assert.NotNull(await VisitAsync(code));
        Assert.Single(WaysOf(code));
    }

    [Fact]
    public async Task Join_way_follows_to_the_next_group_when_entry_by_scan_ends()
    {
        var ((first, firstChat), (second, secondChat)) = (await App.BoundGroupAsync(), await App.BoundGroupAsync());
        var (_, code) = await App.CampaignAsync(first, second);
        await VisitAsync(code);
        var made = Assert.Single(WaysOf(code));
        Assert.Equal([firstChat.Id, secondChat.Id], made.ChatIds);

        App.Platform.JoinWays.Scan(made.ConfigId, "wmA", "小林");
        App.Platform.JoinWays.Scan(made.ConfigId, "wmB", "小周");
        await App.DeliverAsync();

        var led = Assert.Single(WaysOf(code));
        Assert.Equal((made.ConfigId, secondChat.Id), (led.ConfigId, Assert.Single(led.ChatIds)));
        Assert.Equal(secondChat.Id, App.Platform.JoinWays.Scan(led.ConfigId, "wmC", "小王"));
        Assert.Equal(second, await App.LandingGroupAsync(code));
        Assert.NotNull(await VisitAsync(code));
    }

    [Fact]
    public async Task Closed_group_is_left_out_and_the_last_one_ends_the_join_way()
    {
        var ((first, firstChat), (second, secondChat)) = (await App.BoundGroupAsync(), await App.BoundGroupAsync());
        var (_, code) = await App.CampaignAsync(first, second);
        await VisitAsync(code);

        App.Platform.Groups.Dismiss(firstChat.Id);
        await App.DeliverAsync();
        Assert.Equal([secondChat.Id], Assert.Single(WaysOf(code)).ChatIds);
        App.Platform.Groups.Dismiss(secondChat.Id);
        await App.DeliverAsync();

        Assert.Empty(WaysOf(code));
    }

    [Fact]
    public async Task Campaign_that_ends_deletes_its_join_ways_also_one_that_the_platform_does_not_know()
    {
        var (group, _) = await App.BoundGroupAsync();
        var (campaign, code) = await App.CampaignAsync(group);
        var other = (await App.ParticipantAsync(campaign, "wmOwner")).Code;
        await VisitAsync(code);
        await VisitAsync(other);
        App.Platform.Faults.Fail(Delete, 40058);

        (await App.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null)).Expecting(HttpStatusCode.OK);
        await App.RunUntilIdleAsync();

        Assert.Single(WaysOf(code).Concat(WaysOf(other)));
        var deletions = App.Platform.CountOf(Delete);
        await App.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(deletions, App.Platform.CountOf(Delete));
    }

    [Fact]
    public async Task Join_way_that_could_not_be_deleted_is_deleted_within_the_hour()
    {
        var (group, _) = await App.BoundGroupAsync();
        var (campaign, code) = await App.CampaignAsync(group);
        await VisitAsync(code);
        App.Platform.Faults.Fail(Delete, 45009);
        (await App.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null)).Expecting(HttpStatusCode.OK);
        await App.RunUntilIdleAsync();
        Assert.Single(WaysOf(code));

        await App.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(WaysOf(code));
    }

    [Fact]
    public async Task Page_has_the_link_of_the_group_while_the_platform_refuses_and_the_image_later()
    {
        var code = await CodeAsync();
        App.Platform.Faults.Fail(Add, 45009);

        Assert.Null(await VisitAsync(code));
        Assert.Null(await VisitAsync(code));
        Assert.Contains("data:image/png", (await App.LandAsync(code, "text/html")).Text, StringComparison.Ordinal);
        await App.AdvanceAsync(TimeSpan.FromMinutes(11));
        await VisitAsync(code);

        Assert.NotNull(await VisitAsync(code));
        Assert.Single(WaysOf(code));
    }

    [Fact]
    public async Task Lost_answer_leaves_one_join_way_without_a_use_and_another_is_made()
    {
        var code = await CodeAsync();
        App.Platform.Faults.LoseAnswers(Add);

        Assert.Null(await VisitAsync(code));
        Assert.Null(await VisitAsync(code));
        Assert.Single(WaysOf(code));
        await App.AdvanceAsync(TimeSpan.FromMinutes(11));
        await VisitAsync(code);

        Assert.NotNull(await VisitAsync(code));
        Assert.Equal(2, WaysOf(code).Count());
    }

    [Fact]
    public async Task Join_way_that_cannot_be_recorded_is_deleted_and_another_is_made()
    {
        var interception = new WriteInterception(text =>
            text.Contains("JoinWays", StringComparison.Ordinal)
            && text.Contains("\"configId\":\"", StringComparison.Ordinal))
        {
            BeforeAsync = _ => throw new RequestFailedException("The table does not answer."),
        };
        await using var app = new LiveWeComHost(interception);
        await app.InitializeAsync();
        var (group, _) = await app.BoundGroupAsync();
        var (_, code) = await app.CampaignAsync(group);

        await app.LandAsync(code);
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.True(interception.WasMet);
        Assert.Single(app.Platform.JoinWays.All);
        var page = (await app.LandAsync(code, "text/html")).Text;
        Assert.Contains("src=\"https://p.qlogo.cn/fake/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_whose_address_was_not_told_is_asked_for_again()
    {
        var code = await CodeAsync();
        App.Platform.Faults.Fail(Read, 45009);
        Assert.Null(await VisitAsync(code));
        Assert.Null(await VisitAsync(code));
        await App.AdvanceAsync(TimeSpan.FromMinutes(11));

        await VisitAsync(code);

        Assert.NotNull(await VisitAsync(code));
        Assert.Single(WaysOf(code));
    }

    async Task<string> CodeAsync()
    {
        var (group, _) = await App.BoundGroupAsync();
        return (await App.CampaignAsync(group)).Code;
    }

    async Task<string> PageAsync(string code) => (await App.LandAsync(code, "text/html")).Text;

    // What the page shows at once, and then what the visit caused.
    async Task<string?> VisitAsync(string code)
    {
        await App.AdvanceAsync(CampaignCache.Freshness);
        var page = (await App.LandAsync(code)).Expecting(HttpStatusCode.OK).Json;
        await App.RunUntilIdleAsync();
        Assert.False(string.IsNullOrEmpty(page.GetProperty("joinUrl").GetString()));
        return page.TryGetProperty("qrCodeUrl", out var image) ? image.GetString() : null;
    }

    IEnumerable<FakeJoinWay> WaysOf(string code) => App.Platform.JoinWays.All.Where(way => way.State == code);
}
