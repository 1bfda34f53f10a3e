using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Platform.DueWork;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A group of super users: people buy, are invited, join, get refunds, are reviewed, and are kept or removed. Some join
/// without an invitation or an order.
/// </summary>
sealed class SuperUserWorkload(int seed) : IWorkload
{
    public const string Group = "regulars";

    /// <summary>The first day of the quarter in which the run is.</summary>
    public static readonly DateOnly Quarter = new(2026, 10, 1);

    const string Owner = "regulars-host";
    const int Members = 6;

    // The criteria were published before the quarter, whose review comes late.
    static readonly TimeSpan Review = TimeSpan.FromHours(22);

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create("POST", "/api/staff", new { id = Owner, name = "小周" }));
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", world.Clock.Now.AddDays(30), capacity: 40)));
        await world.SetUpAsync(Sender.Create("PATCH", $"/api/groups/{Group}", new { owner = Owner, by = "小周" }));
        await world.SetUpAsync(Sender.Create("PUT", "/api/super-users/criteria", new
        {
            groupId = Group,
            rules = new[] { new { figure = "orders", atLeast = 2 }, new { figure = "activeDays", atLeast = 1 } },
            benefits = new[] { "新茶优先试喝" },
            by = "小周",
        }));
        await world.Instances[0].Services.GetRequiredService<DueWorkScheduler>().ScheduleAsync(
            SuperUserReview.Kind, world.Clock.Now + Review, new SuperUserReview(Group, Quarter));
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x50be);
        return Enumerable.Range(1, Members).SelectMany(number => DrawMember(draws, number)).ToList();
    }

    // The first one joins without an order, so that a review finds somebody.
    static IEnumerable<SimulatedEvent> DrawMember(Random draws, int number)
    {
        var name = SampleBodies.Named("regular", number);
        for (var order = number == 1 ? 0 : draws.Next(0, 4); order > 0; order--)
        {
            var (id, at) = (SampleBodies.Named($"order-of-{name}", order), Hours(draws, 0.1, 6));
            yield return new ShopCall(at, id, "order.paid", OrderWorkload.Price) { MemberId = name };
            if (draws.NextDouble() < 0.3)
                yield return new ShopCall(Hours(draws, 12, 20), id, "order.refunded", OrderWorkload.Price);
        }

        for (var invitation = draws.Next(0, 3); invitation > 0; invitation--)
            yield return new SuperUserCall(Hours(draws, 5, 10), name, SuperUserDeed.Invite);
        if (number == 1 || draws.NextDouble() < 0.8)
            yield return ChannelWebhookCall.Joined(Hours(draws, 7, 14), Group, name);
        if (draws.NextDouble() < 0.2)
            yield return ChannelWebhookCall.Left(Hours(draws, 15, 21), Group, name);
        if (draws.NextDouble() < 0.5)
            yield return new SuperUserCall(Hours(draws, 24, 30), name, SuperUserDeed.Keep);
        if (draws.NextDouble() < 0.5)
            yield return new SuperUserCall(Hours(draws, 24, 30), name, SuperUserDeed.Remove);
        if (draws.NextDouble() < 0.3)
            yield return ChannelWebhookCall.Left(Hours(draws, 31, 40), Group, name);
    }

    static TimeSpan Hours(Random draws, double from, double to) =>
        TimeSpan.FromHours(from + (draws.NextDouble() * (to - from)));
}
