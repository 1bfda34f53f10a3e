using System.Net;
using Community.Care.SuperUsers;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Care.SuperUsers;

/// <summary>Each test has its own host, because the clock moves past the begin of a quarter.</summary>
public sealed class SuperUserReviewTests : IAsyncLifetime
{
    readonly AppHost app = new(new AppHostSetup
    {
        Clock = new(2026, 12, 30, 9, 0, 0, TimeSpan.FromHours(8)),
        Settings = ShopSigner.Settings,
    });

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Member_who_no_longer_meets_the_criteria_is_reviewed_and_stays_until_a_person_decides()
    {
        var (group, loyal, doubtful) = await ReviewedAsync();

        var reviewed = Assert.Single(await app.SuperUsersAsync(group, SuperUserStatus.UnderReview));
        Assert.Equal((doubtful, "2027-Q1"), (reviewed.MemberId, reviewed.ReviewedIn));
        Assert.Equal(loyal, Assert.Single(await app.SuperUsersAsync(group, SuperUserStatus.Member)).MemberId);
        var task = Assert.Single(await app.TasksAsync(group, StaffTaskKind.ReviewSuperUsers));
        Assert.Contains("1 位", task.Title, StringComparison.Ordinal);
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.RemoveMember));

        var removed = (await app.DecideAsync(group, doubtful, "Remove")).Expecting(HttpStatusCode.OK);
        var again = (await app.DecideAsync(group, doubtful, "Remove")).Expecting(HttpStatusCode.OK);

        Assert.Equal(removed.Text, again.Text);
        Assert.Equal(SuperUserStatus.Removed, removed.As<SuperUserView>().Status);
        Assert.Equal("和本人谈过", removed.As<SuperUserView>().LastDecision!.Reason);
        var removal = Assert.Single(await app.TasksAsync(group, StaffTaskKind.RemoveMember));
        Assert.Contains(doubtful, removal.Title, StringComparison.Ordinal);
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.ReviewSuperUsers));
        await app.LeaveAsync(group, doubtful);
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.RemoveMember));
        Assert.Equal(0, (await app.MixAsync(group)).Counts.Potential);
    }

    [Fact]
    public async Task Member_who_is_kept_stays_and_a_member_without_a_review_has_nothing_to_decide()
    {
        var (group, loyal, doubtful) = await ReviewedAsync();

        (await app.DecideAsync(group, doubtful, "Keep")).Expecting(HttpStatusCode.OK);

        Assert.Empty(await app.SuperUsersAsync(group, SuperUserStatus.UnderReview));
        Assert.Empty(await app.TasksAsync(group, StaffTaskKind.RemoveMember));
        var refused = await app.DecideAsync(group, loyal, "Remove");
        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("NothingToDecide", refused.Json.GetProperty("kind").GetString());
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await app.SuperUsersAsync(group, SuperUserStatus.Member)).Count);
    }

    // A group whose members joined as super users; one order of the second was refunded before the quarter.
    async Task<(string Group, string Loyal, string Doubtful)> ReviewedAsync()
    {
        var group = await app.SuperGroupAsync();
        var (loyal, doubtful) = (await app.RegularAsync(), await app.RegularAsync());
        await app.JoinAsync(group, loyal);
        await app.JoinAsync(group, doubtful);
        await app.SendStandardAsync(SampleShopMessages.Refunded($"first-{doubtful}", app.Now, 30_000));
        Assert.Empty(await app.SuperUsersAsync(group, SuperUserStatus.UnderReview));
        await app.ToNextQuarterAsync();
        return (group, loyal, doubtful);
    }
}
