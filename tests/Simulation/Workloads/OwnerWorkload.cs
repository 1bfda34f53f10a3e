using Simulation.Plans;
using Simulation.Runs;
using Simulation.WeCom;

namespace Simulation.Workloads;

/// <summary>
/// Owners of chats on WeCom, who confirm group sends in the client at once, late or never, and send some without the
/// app. Those of pushes have <see cref="OwnerVisit"/> too.
/// </summary>
sealed class OwnerWorkload : IWorkload
{
    const int MaxOwnSends = 12;
    const int Chats = 60;
    const int LastDay = 3;

    static readonly TimeSpan MorningHours = TimeSpan.FromHours(2);
    static readonly TimeSpan LastVisit = TimeSpan.FromHours(78);

    public Task SetUpAsync(World world) => Task.CompletedTask;

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        foreach (var owner in WeComPlatform.Owners.Append(WeComPlatform.PushOwner))
        {
            var habit = (OwnerHabit)random.Next(Enum.GetValues<OwnerHabit>().Length);
            for (var at = TimeSpan.Zero; at < LastVisit; at += TimeSpan.FromMinutes(random.Next(10, 90)))
                yield return new ClientVisit(at, owner, habit);
        }

        for (var sends = random.Next(MaxOwnSends); sends > 0; sends--)
            yield return new OwnGroupSend(Morning(random), random.Next(Chats));
    }

    // Before the hours in which pushes get group sends, so that the app knows of them by then.
    static TimeSpan Morning(Random random) =>
        TimeSpan.FromDays(random.Next(1, LastDay + 1)) - (MorningHours * random.NextDouble());
}
