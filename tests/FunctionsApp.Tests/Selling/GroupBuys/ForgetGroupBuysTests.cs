using System.Net;
using Community.Selling.GroupBuys;

namespace FunctionsApp.Tests.Selling.GroupBuys;

public sealed class ForgetGroupBuysTests
{
    [Fact]
    public async Task Teams_are_deleted_after_the_retention_and_the_outcome_is_kept()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:GroupBuyDays"] = "30" },
        });
        var (group, _) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1", "o1");
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));

        await app.PassAsync(TimeSpan.FromDays(33));

        var forgotten = await app.GetGroupBuyAsync(id);
        Assert.Empty(forgotten.Teams);
        Assert.Empty(forgotten.Refunds);
        Assert.Equal(GroupBuyState.Failed, forgotten.State);
        Assert.Equal((1, 1), (forgotten.Outcome!.Teams, forgotten.Outcome.Refunds));
        Assert.NotNull(forgotten.ForgottenAt);
        // The order is free again.
        var later = await app.GroupBuyAsync(group);
        (await app.OpenTeamAsync(later, "u1", "o1")).Expecting(HttpStatusCode.Created);
    }
}
