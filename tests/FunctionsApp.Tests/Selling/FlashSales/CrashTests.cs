using System.Net;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Application.Crashes;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>
/// A sale over two groups whose process dies at each commit in turn: at every await of its sequences, and between any
/// two writes of what they do. Another process goes on at that instant, and whoever got no answer asks again.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    static readonly string[] Groups = ["f-1", "f-2"];

    static readonly AppHostSetup Setup = new();

    static readonly DateTimeOffset SoldOutAt = Setup.Clock.AddMinutes(20);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Dying_at_any_commit_leads_to_the_same_ledger()
    {
        var crashes = new CrashImages(folder);
        var expected = await LiveAsync(crashes);
        Assert.Equal(
            ["create-group", "wave-1", "wave-2", "farewell", "dissolve"], expected[0].Select(line => line.Step));
        Assert.InRange(crashes.Images.Count, 100, 1000);

        var doubts = 0;
        foreach (var crash in crashes.Images)
        {
            var (ledger, inDoubt) = await GoOnAsync(crash);
            if (inDoubt) doubts++;
            for (var group = 0; group < Groups.Length; group++)
                Compare(expected[group], ledger[group], inDoubt, $"dying at {crash}, {Groups[group]}");
        }

        output.WriteLine(
            $"{crashes.Images.Count} crashes; after {doubts} of them a person checks whether an effect happened");
    }

    public void Dispose() => folder.Delete(recursive: true);

    static async Task<IReadOnlyList<IReadOnlyList<DeliveryView>>> LiveAsync(CrashImages crashes)
    {
        await using var app = await AppHost.StartAsync(crashes.Setup);
        foreach (var group in Groups)
            (
                await app.PostAsync(
                    "/api/groups",
                    SampleBodies.Group(group, app.Now.AddHours(4), "Flash", joinUrl: null))).Expecting(
                        HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        await crashes.PlayAsync(
            app,
            PlanAsync,
            alive => alive.AdvanceAsync(SoldOutAt - alive.Now),
            async alive => (await alive.SellOutAsync("sale")).Expecting(HttpStatusCode.OK));
        return await LedgerAsync(app);
    }

    static async Task<(IReadOnlyList<IReadOnlyList<DeliveryView>> Ledger, bool InDoubt)> GoOnAsync(CrashImage crash)
    {
        await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
        await PlanAsync(app);
        var inDoubt = app.Now < SoldOutAt && await DoTasksAsync(app);
        if (app.Now < SoldOutAt) await app.AdvanceAsync(SoldOutAt - app.Now);
        (await app.SellOutAsync("sale")).Expecting(HttpStatusCode.OK);
        inDoubt |= await DoTasksAsync(app);
        return (await LedgerAsync(app), inDoubt);
    }

    static async Task PlanAsync(AppHost app)
    {
        var start = Setup.Clock;
        var body = SampleBodies.FlashSale(
            "sale",
            Groups,
            start.AddMinutes(10),
            start.AddMinutes(40),
            SampleBodies.Wave(start.AddMinutes(12)),
            SampleBodies.Wave(start.AddMinutes(30)));
        Assert.InRange((int)(await app.PostAsync("/api/flash-sales", body)).Status, 200, 201);
        await app.RunUntilIdleAsync();
    }

    // An attempt that was under way is in doubt after two minutes, and a message that was being handled comes again
    // after ten.
    static async Task<bool> DoTasksAsync(AppHost app)
    {
        var done = 0;
        foreach (var minutes in new[] { 0, 3, 3 })
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(minutes));
            foreach (var group in Groups)
            {
                foreach (var task in await app.TasksAsync(group))
                {
                    done++;
                    await app.DoneAsync(task.Id, task.Kind is StaffTaskKind.CreateGroup ? SampleBodies.JoinUrl : null);
                }
            }
        }

        return done > 0;
    }

    // Of rows of one instant those that the second process entered may come first: it counts its entries anew. An
    // effect that was under way, so that nobody knows whether it happened, is a person's to look after; that takes
    // minutes, and nothing else differs.
    static void Compare(
        IReadOnlyList<DeliveryView> expected, IReadOnlyList<DeliveryView> survived, bool inDoubt, string when)
    {
        var wanted = expected.Select(Row).OrderBy(row => row.Step, StringComparer.Ordinal).ToList();
        var found = survived.Select(Row).OrderBy(row => row.Step, StringComparer.Ordinal).ToList();
        Assert.True(
            wanted.SequenceEqual(found),
            $"{when}:\n{string.Join('\n', found)}\nin place of\n{string.Join('\n', wanted)}");

        (
            string Step,
            DeliveryState State,
            string? Reason,
            string Text,
            DateTimeOffset? QueuedAt) Row(DeliveryView line) =>
            (line.Step, line.State, line.Reason, line.Text.Split(" https://")[0], inDoubt ? null : line.QueuedAt);
    }

    static async Task<IReadOnlyList<IReadOnlyList<DeliveryView>>> LedgerAsync(AppHost app)
    {
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        List<IReadOnlyList<DeliveryView>> ledger = [];
        foreach (var group in Groups)
        {
            Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(group)).State);
            ledger.Add(await app.DeliveriesAsync(group));
        }

        return ledger;
    }
}
