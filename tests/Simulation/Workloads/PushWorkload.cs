using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Groups with two plans of content pushes. Operators edit and pause the plans in the middle of a day, pause the brand,
/// hold a group, and command single pushes.
/// </summary>
sealed class PushWorkload : IWorkload
{
    const string Daily = "daily";
    const string FirstDays = "first-days";

    public static IReadOnlyList<string> Groups { get; } = ["push-1", "push-2"];

    public async Task SetUpAsync(World world)
    {
        var endsAt = world.Clock.Now.AddDays(30);
        foreach (var (id, kind) in Groups.Zip<string, string>(["SuperUser", "Delivery"]))
            await world.SetUpAsync(Sender.Create("POST", "/api/groups", SampleBodies.Group(id, kind, endsAt)));
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
    }

    static IEnumerable<OperatorCall> Pause(Random random, string path, string pause, string resume)
    {
        var at = AnyTime(random);
        yield return new OperatorCall(at, "POST", $"{path}/{pause}", new { by = "小王", reason = "热点" });
        yield return new OperatorCall(
            at + TimeSpan.FromMinutes(random.Next(10, 300)), "POST", $"{path}/{resume}", new { by = "小李" });
    }

    // Leaves the last day without changes, so that every push has the time to end.
    static TimeSpan AnyTime(Random random) => TimeSpan.FromMinutes(5 + (random.NextDouble() * 55 * 60));
}
