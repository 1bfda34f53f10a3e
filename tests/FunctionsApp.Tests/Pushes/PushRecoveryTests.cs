using System.Net;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Pushes;

/// <summary>The app does not run from nine in the morning on, past the pushes of 10:30 and 11:00.</summary>
public sealed class PushRecoveryTests
{
    static readonly TimeSpan Outage = TimeSpan.FromHours(2.5);

    [Theory]
    [InlineData("Skip", PushState.Skipped)]
    [InlineData("SendLate", PushState.Sent)]
    [InlineData("MergeIntoNext", PushState.Skipped)]
    public async Task Missed_push_follows_the_policy_of_its_slot(string missed, PushState state)
    {
        var (pushes, texts) = await RecoverAsync(missed);

        Assert.Equal(state, pushes[0].State);
        Assert.Equal(PushState.Sent, pushes[1].State);
        Assert.Equal(missed == "SendLate", pushes[0].Late is true);
        Assert.Equal(missed == "MergeIntoNext" ? "早上的一条\n\n晚上的一条" : "晚上的一条", texts[^1]);
    }

    [Fact]
    public async Task Every_push_that_was_due_during_an_outage_of_weeks_is_skipped()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true });
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("morning", "10:30", await app.ApprovedAsync()));
        var planned = await app.PushesAsync(group);

        await app.PassAsync(TimeSpan.FromDays(20));

        Assert.InRange(planned.Count, 7, 9);
        foreach (var push in planned)
        {
            var after = (await app.GetAsync($"/api/pushes/{push.Id}")).Expecting(HttpStatusCode.OK).As<PushView>();
            Assert.Equal((PushState.Skipped, PushSkipCause.Downtime), (after.State, after.Cause));
        }
    }

    static async Task<(IReadOnlyList<PushView> Pushes, IReadOnlyList<string> Texts)> RecoverAsync(
        string missed)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var setup = new AppHostSetup { Store = Path.Combine(folder.FullName, "store.db") };
            string group;
            await using (var before = await AppHost.StartAsync(setup))
            {
                group = await before.GroupAsync();
                var morning = PushClient.Daily("morning", "10:30", await before.ApprovedAsync("早上的一条"));
                (morning["missed"], morning["lateness"]) = (missed, "PT4H");
                var evening = PushClient.Daily("evening", "18:00", await before.ApprovedAsync("晚上的一条"));
                await before.PlanAsync(group, morning, evening);
            }

            await using var after = await AppHost.StartAsync(setup with { Clock = setup.Clock + Outage });
            await after.AdvanceAsync(TimeSpan.FromHours(8));

            var pushes = (await after.PushesAsync(group)).Where(push => push.PlannedAt <= after.Now).ToList();
            var lines = (await after.DeliveriesAsync(group)).Where(line => line.Step == "push");
            return (pushes, [.. lines.Select(line => line.Text)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
