using System.Globalization;
using Community.Platform;
using FunctionsApp.Transfer.Documents;
using Rehearsal.Hosting;

namespace Rehearsal.Runs;

/// <summary>One run: the plans with the people of one seed. It runs on the only thread of the pool.</summary>
static class RehearsalRun
{
    const int LateMinutesAtOpening = 120;
    const int Steps = 25;
    const string Flash = "Flash";

    /// <summary>
    /// Plays the plans and then reads what became of them. <paramref name="progress"/> is told the share of the period
    /// that is played.
    /// </summary>
    public static async Task PlayAsync(
        AppBuilder build,
        RehearsalRequest request,
        int seed,
        Action<double> progress,
        Func<RehearsalWorld, Task> readAsync)
    {
        var world = new RehearsalWorld(request, seed);
        await using var app = await StartAsync(build, world);
        world.App = app;
        await ImportAsync(world);
        var members = new MemberActions(world);
        var life = new MemberLife(world, members);
        var platform = new Platform(world, new Audience(world, members, life));
        world.Channel.Performed = platform.Take;
        AddOutages(world);
        await GatherAsync(world, members, life);
        new SimulatedStaff(world, platform).Begin();
        await RunAsync(world, progress);
        await readAsync(world);
    }

    static Task<RehearsedApp> StartAsync(AppBuilder build, RehearsalWorld world)
    {
        var settings = world.Plans.ToSettings();
        settings["Channel:Secret"] = Webhooks.Secret;
        settings[$"Shops:{Audience.Shop}:Kind"] = "Standard";
        settings[$"Shops:{Audience.Shop}:Secrets:0"] = Webhooks.Secret;
        return RehearsedApp.StartAsync(build, world.Clock, world.Seed, world.Channel, settings);
    }

    static async Task ImportAsync(RehearsalWorld world)
    {
        var answer = await world.App.SendAsync(RehearsedApp.Import(world.Plans.Json, isDryRun: false));
        var refused = answer.IsSuccess ? answer.Json.GetProperty("counts").GetProperty("refused").GetInt32() : -1;
        if (refused != 0)
            throw new InvalidOperationException($"The import was answered {answer.Status}: {answer.Text}");
    }

    static void AddOutages(RehearsalWorld world)
    {
        var weeks = (world.Request.To - world.Request.From).TotalDays / 7;
        var expected = world.Behaviour.OutagesEachWeek * weeks;
        for (var number = 0; number < Math.Ceiling(expected); number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"outage {number}");
            if (world.Draws.Next(name, "happens") >= expected / Math.Ceiling(expected)) continue;
            var at = world.Request.From + ((world.Request.To - world.Request.From) * world.Draws.Next(name, "begins"));
            world.Channel.AddOutage(at, at + world.Draws.Delay(name, "lasts", world.Behaviour.Outage));
        }
    }

    static async Task GatherAsync(RehearsalWorld world, MemberActions members, MemberLife life)
    {
        var shares = PeopleShares.Of(world.Plans, world.Request.Members);
        foreach (var (campaign, people) in shares.Campaigns)
            new CampaignCrowd(world, campaign, people, members, life).Begin();
        foreach (var (group, people) in shares.Groups)
        {
            var crowd = new GroupCrowd(world, group, people, members, life);
            if (group.Kind != Flash)
            {
                await crowd.GatherAsync();
                continue;
            }

            var (from, to) = OpeningOf(group, world);
            if (to > from) crowd.ComeBetween(from, to);
        }
    }

    // Most people of a flash group come around its opening.
    static (DateTimeOffset From, DateTimeOffset To) OpeningOf(GroupItem group, RehearsalWorld world)
    {
        var opens = world.Plans.FindFlashSaleOf(group.Id!)?.OpensAt ?? world.Request.From;
        var from = InstantExtensions.Later(opens, world.Request.From);
        return (from, from + TimeSpan.FromMinutes(LateMinutesAtOpening));
    }

    static async Task RunAsync(RehearsalWorld world, Action<double> progress)
    {
        var (period, step) = (world.Request.To - world.Request.From, 0);
        do
        {
            for (; world.Clock.Now >= world.Request.From + (period * step / Steps); step++)
                progress((double)step / Steps);
            await SingleThread.WaitUntilIdleAsync();
            world.ThrowFailure();
        }
        while (world.Clock.FireNext(world.Request.To));
    }
}
