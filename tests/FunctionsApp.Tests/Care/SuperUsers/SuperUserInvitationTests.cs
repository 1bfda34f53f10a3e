using System.Net;
using System.Text.Json.Nodes;
using Community.Care.SuperUsers;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Tests.Care.Crises;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Care.SuperUsers;

public sealed class SuperUserInvitationTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Buyer_becomes_a_candidate_with_the_order_and_is_invited_once_by_a_task()
    {
        var group = await app.SuperGroupAsync();
        var member = await app.RegularAsync();
        var candidate = Assert.Single(
            await app.SuperUsersAsync(group, SuperUserStatus.Candidate), user => user.MemberId == member);
        Assert.Equal(
            (SuperUserSort.Super, new SuperUserFigures(60_000, 2, 0, 1)), (candidate.Sort, candidate.Figures));

        var invited = (await app.InviteAsync(group, member)).Expecting(HttpStatusCode.OK);
        var again = (await app.InviteAsync(group, member)).Expecting(HttpStatusCode.OK);

        Assert.Equal(invited.Text, again.Text);
        var view = invited.As<SuperUserView>();
        Assert.Equal(
            (SuperUserStatus.Invited, "小周", 1),
            (view.Status, view.InvitedBy, view.Invitations));
        var task = Assert.Single(await app.TasksAsync(group, StaffTaskKind.InviteSuperUser));
        Assert.Equal((await app.GetGroupAsync(group)).Owner, task.Owner);
        foreach (var part in new[]
            { "累计下单 2 单以上", "新茶优先试喝", $"https://brand.example.com/c/{group}", SampleBodies.JoinUrl })
            Assert.Contains(part, task.Title, StringComparison.Ordinal);
        Assert.Equal(1, (await app.MixAsync(group)).Counts.InvitedSuper);
    }

    [Fact]
    public async Task Invited_person_who_joins_is_welcomed_by_the_host()
    {
        var group = await app.SuperGroupAsync();
        var member = await app.RegularAsync();
        await app.InviteAsync(group, member);

        await app.JoinAsync(group, member, name: "林小姐");

        var joined = Assert.Single(
            await app.SuperUsersAsync(group, SuperUserStatus.Member), user => user.MemberId == member);
        Assert.Equal(SuperUserSort.Super, joined.JoinedAs);
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.InviteSuperUser));
        var welcome = Assert.Single(await app.TasksAsync(group, StaffTaskKind.WelcomeSuperUser));
        Assert.Contains("林小姐", welcome.Title, StringComparison.Ordinal);
        Assert.Contains("新茶优先试喝、每月一张 8 折券", welcome.Title, StringComparison.Ordinal);
        var refused = await app.InviteAsync(group, member);
        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("AlreadyDone", refused.Json.GetProperty("kind").GetString());
        var mix = await app.MixAsync(group);
        Assert.Equal((1, 0, MixState.TooMany), (mix.Counts.Super, mix.Counts.InvitedSuper, mix.State));
    }

    [Fact]
    public async Task Member_before_the_criteria_is_found_and_half_of_the_orders_make_a_potential_one()
    {
        var group = await app.GroupAsync();
        var other = await app.GroupAsync(kind: "NewBuyer");
        var (inside, outside, stranger) = (app.NewId("u"), app.NewId("u"), app.NewId("u"));
        await app.JoinAsync(group, inside);
        await app.JoinAsync(other, outside);
        await app.JoinAsync(other, stranger);
        await app.BuyAsync(outside, "first");

        await app.PutCriteriaAsync(SuperUserClient.Body(group));

        var known = await app.SuperUsersAsync(group);
        Assert.Equal(
            (SuperUserStatus.Member, SuperUserSort.None),
            known.Where(user => user.MemberId == inside).Select(user => (user.Status, user.Sort)).Single());
        Assert.Equal(
            (SuperUserStatus.Candidate, SuperUserSort.Potential),
            known.Where(user => user.MemberId == outside).Select(user => (user.Status, user.Sort)).Single());
        Assert.DoesNotContain(known, user => user.MemberId == stranger);
    }

    [Fact]
    public async Task Refund_makes_a_candidate_unknown_again()
    {
        var group = await app.SuperGroupAsync();
        var member = app.NewId("u");
        await app.BuyAsync(member, "only");
        Assert.Contains(await app.SuperUsersAsync(group), user => user.MemberId == member);

        await app.SendStandardAsync(SampleShopMessages.Refunded($"only-{member}", app.Now, 30_000));

        Assert.DoesNotContain(await app.SuperUsersAsync(group), user => user.MemberId == member);
    }

    [Fact]
    public async Task Member_who_leaves_is_a_candidate_again()
    {
        var group = await app.SuperGroupAsync();
        var member = await app.RegularAsync();
        await app.JoinAsync(group, member);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.LeaveAsync(group, member);

        Assert.Equal(
            SuperUserStatus.Candidate,
            Assert.Single(await app.SuperUsersAsync(group), user => user.MemberId == member).Status);
        Assert.Equal(0, (await app.MixAsync(group)).Counts.Super);
    }

    [Fact]
    public async Task Messages_make_days_active()
    {
        var group = await app.GroupAsync();
        var body = SuperUserClient.Body(group);
        body["rules"] = new JsonArray(SuperUserClient.Rule("activeDays", 2));
        await app.PutCriteriaAsync(body);
        var member = app.NewId("u");
        await app.JoinAsync(group, member);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await app.PostMessageAsync(group, member, "早上好");
            await app.PostMessageAsync(group, member, "谢谢");
            await app.AdvanceAsync(TimeSpan.FromDays(1));
        }

        var active = Assert.Single(await app.SuperUsersAsync(group), user => user.MemberId == member);

        Assert.Equal((2L, SuperUserSort.Super), (active.Figures.ActiveDays, active.Sort));
    }

    [Theory]
    [InlineData("criteria", "Incomplete")]
    [InlineData("owner", "Incomplete")]
    [InlineData("crisis", "State")]
    [InlineData("full", "LimitReached")]
    [InlineData("planned", "State")]
    public async Task Invitation_that_the_group_does_not_allow_is_409(string lack, string kind)
    {
        var group = await app.GroupAsync(
            capacity: lack == "full" ? 1 : 200, joinUrl: lack == "planned" ? null : SampleBodies.JoinUrl);
        if (lack != "owner") await app.GiveOwnerAsync(group);
        if (lack != "criteria") await app.PutCriteriaAsync(SuperUserClient.Body(group));
        if (lack == "full") await app.JoinAsync(group, app.NewId("u"));
        var member = await app.RegularAsync();
        if (lack == "crisis") await app.CrisisAsync(group);

        var refused = await app.InviteAsync(group, member);

        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal(kind, refused.Json.GetProperty("kind").GetString());
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.InviteSuperUser));
    }

    [Fact]
    public async Task Person_who_is_no_candidate_is_404()
    {
        var group = await app.SuperGroupAsync();

        (await app.InviteAsync(group, "nobody")).IsProblem(HttpStatusCode.NotFound);
        (await app.DecideAsync(group, "nobody", "Keep")).IsProblem(HttpStatusCode.NotFound);
        (await app.InviteAsync("no-such-group", "nobody")).ExpectingInvalid("groupId");
    }
}
