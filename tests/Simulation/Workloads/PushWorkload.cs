using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.WeCom;

namespace Simulation.Workloads;

/// <summary>
/// Groups of one owner with plans of content pushes. Operators edit and pause the plans in the middle of a day, pause
/// the brand, hold a group, command single pushes and read previews. The owner confirms at once, late or never, and the
/// app may be down for hours.
/// </summary>
sealed class PushWorkload : IWorkload
{
    const string Daily = "daily";
    const string FirstDays = "first-days";

    const string Owner = "push-owner";

    static readonly TimeSpan LastOwnerVisit = TimeSpan.FromHours(78);

    // Faults have stopped by then.
    static readonly TimeSpan FirstPreview = TimeSpan.FromHours(30);
    static readonly TimeSpan LastPreview = TimeSpan.FromHours(57);

    static readonly IReadOnlyList<string> Groups = [.. PushGroup.All.Select(group => group.Id)];

    public async Task SetUpAsync(World world)
    {
        var endsAt = world.Clock.Now.AddDays(30);
        await world.SetUpAsync(Sender.Create("POST", "/api/staff", new { id = Owner, name = "小周" }));
        foreach (var group in PushGroup.All)
        {
            await world.SetUpAsync(Sender.Create(
                "POST", "/api/groups", SampleBodies.Group(group.Id, group.Kind, endsAt, owner: Owner)));
            if (world.WeCom is { } platform) await platform.AddChatAsync(group.Id, WeComPlatform.PushOwner);
            if (group.IsBusy)
                await world.SetUpAsync(
                    Sender.Create("PUT", $"/api/groups/{group.Id}/push-limits", PushGroup.BusyLimits));
        }

        foreach (var content in PushBodies.Contents)
        {
            var made = await world.SetUpAsync(Sender.Create("POST", "/api/content", content));
            var id = made.Json.GetProperty("id").GetString();
            await world.SetUpAsync(Sender.Create("POST", $"/api/content/{id}/approve", new { by = "小王" }));
        }

        var daily = PushBodies.DailySlots("10:30", "12:00", "offer");
        await world.SetUpAsync(Sender.Create("POST", "/api/push-plans", PushBodies.Plan(Daily, Groups, daily)));
        await world.SetUpAsync(
            Sender.Create("POST", "/api/push-plans", PushBodies.Plan(FirstDays, [Groups[0]], PushBodies.FirstDays())));
        await world.SetUpAsync(Sender.Create("POST", "/api/conversions", PushConversion.Body(world)));
        await world.SetUpAsync(Sender.Create("POST", "/api/push-plans", PushConversion.Plan()));
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var edits = random.Next(0, 3); edits > 0; edits--)
        {
            var slots = PushBodies.DailySlots(
                random.NextDouble() < 0.5 ? "10:30" : "11:15",
                random.NextDouble() < 0.5 ? "12:00" : "12:45",
                random.NextDouble() < 0.5 ? "offer" : "water");
            yield return new OperatorCall(
                AnyTime(random), "PATCH", $"/api/push-plans/{Daily}", new { by = "小王", slots });
        }

        if (random.NextDouble() < 0.3)
            foreach (var call in Pause(random, $"/api/push-plans/{Daily}", "pause", "resume")) yield return call;
        if (random.NextDouble() < 0.15)
            foreach (var call in Pause(random, "/api/pushes", "pause", "resume")) yield return call;
        if (random.NextDouble() < 0.3)
            foreach (var call in Pause(random, $"/api/groups/{Groups[0]}", "hold", "release")) yield return call;
        for (var commands = random.Next(0, 9); commands > 0; commands--)
        {
            // Some commands meet, so that two pushes of a group are decided at once.
            var (at, group) = (AnyTime(random), Groups[random.Next(Groups.Count)]);
            for (var pair = random.Next(1, 3); pair > 0; pair--) yield return new PushCall(at, group, random.Next());
        }

        if (random.NextDouble() < 0.3) yield return new Outage(AnyTime(random), Minutes(random, 60, 360));
        var habit = (OwnerHabit)random.Next(Enum.GetValues<OwnerHabit>().Length);
        for (var at = TimeSpan.Zero; at < LastOwnerVisit; at += Minutes(random, 10, 60))
            yield return new OwnerVisit(at, Groups, habit);
        // The first may be before a change, the second is after the last one.
        yield return new PreviewCall(FirstPreview + Minutes(random, 0, 25 * 60), Daily, Groups);
        yield return new PreviewCall(LastPreview + Minutes(random, 0, 120), Daily, Groups);
    }

    static IEnumerable<OperatorCall> Pause(Random random, string path, string pause, string resume)
    {
        var at = AnyTime(random);
        yield return new OperatorCall(at, "POST", $"{path}/{pause}", new { by = "小王", reason = "热点" });
        yield return new OperatorCall(
            at + TimeSpan.FromMinutes(random.Next(10, 300)), "POST", $"{path}/{resume}", new { by = "小李" });
    }

    static TimeSpan Minutes(Random random, int from, int to) => TimeSpan.FromMinutes(random.Next(from, to));

    // Leaves the last day without changes, so that every push has the time to end.
    static TimeSpan AnyTime(Random random) => TimeSpan.FromMinutes(5 + (random.NextDouble() * 55 * 60));
}
