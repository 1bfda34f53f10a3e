using FunctionsApp.Care.Promises;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Pupils and clients of a delivery group, who are promised units. Each unit is delivered in time, late or never, some
/// in parts and beyond the promise; pupils tell their gain and change it.
/// </summary>
sealed class PromiseWorkload(int seed) : IWorkload
{
    public const string Group = "pupils";

    const int Members = 3;

    // The longest jump of the clock comes between no promise and the time at which its first unit is due.
    const double FirstDue = 14;

    static readonly TimeSpan LastEvent = TimeSpan.FromHours(72);

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "Delivery", world.Clock.Now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x9601);
        for (var member = 1; member <= Members; member++)
            yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(draws.Next(2, 60)), Group, Name(member));
        for (var number = draws.Next(2, 5); number > 0; number--)
        {
            foreach (var call in DrawPromise(draws, SampleBodies.Named("oath", number))) yield return call;
        }
    }

    static IEnumerable<SimulatedEvent> DrawPromise(Random draws, string id)
    {
        var at = Hours(draws, 0.1, 20);
        var isLearning = draws.NextDouble() < 0.6;
        List<(TimeSpan DueAt, int Quantity)> units =
        [
            .. Enumerable.Range(0, draws.Next(1, 4))
                .Select(_ => (at + Hours(draws, FirstDue, 50), isLearning ? 1 : draws.Next(1, 4))),
        ];
        yield return new PromiseCall(at, id, PromiseDeed.Make, new
        {
            id,
            groupId = Group,
            kind = isLearning ? "Learning" : "Service",
            units = units.Select((unit, n) => new
            {
                title = SampleBodies.Named("lesson", n + 1),
                dueAt = Behaviour.FromFile.Start + unit.DueAt,
                quantity = unit.Quantity,
            }),
            by = "小王",
        });
        foreach (var ((dueAt, quantity), n) in units.Select((unit, n) => (unit, n)))
        {
            foreach (var call in DrawUnit(draws, id, n + 1, isLearning, dueAt, quantity)) yield return call;
        }
    }

    static IEnumerable<PromiseCall> DrawUnit(
        Random draws, string id, int unit, bool isLearning, TimeSpan dueAt, int quantity)
    {
        var isNever = draws.NextDouble() < 0.25;
        if (isNever) yield break;
        for (var number = draws.Next(1, quantity + 2); number > 0; number--)
        {
            var members = draws.NextDouble() < 0.4 ? (string[])[Name(draws.Next(1, Members + 1))] : null;
            yield return new PromiseCall(
                Early(dueAt + Hours(draws, -12, 8)),
                id,
                PromiseDeed.Deliver,
                new DeliverUnitRequest(SampleBodies.Named("part", number), "小王", Quantity: 1, MemberIds: members),
                unit);
        }

        if (!isLearning) yield break;
        for (var answer = draws.Next(0, 4); answer > 0; answer--)
        {
            yield return new PromiseCall(
                Early(dueAt + Hours(draws, -6, 20)),
                id,
                PromiseDeed.Gain,
                new EnterGainRequest(Name(draws.Next(1, Members + 1)), draws.Next(1, 6), "小王"),
                unit);
        }
    }

    static TimeSpan Hours(Random draws, double from, double to) =>
        TimeSpan.FromHours(from + (draws.NextDouble() * (to - from)));

    // Early enough that the app handles it within the run.
    static TimeSpan Early(TimeSpan at) => at < LastEvent ? at : LastEvent;

    static string Name(int number) => SampleBodies.Named("pupil", number);
}
